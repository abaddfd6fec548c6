package coop.maillon.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * How one resource is used in an ordinary week.
 *
 * @param perDay bookings on a working day, on average
 * @param onSaturday the same on a Saturday; never on a Sunday
 * @param usual when it is wanted, the likelier ones more than once
 * @param titles what for
 * @param regulars how many of the cast come back to it; the others come by chance
 * @param seats how many at once at most: all of its units, or fewer so that some stay free
 */
record Habit(
    String resource,
    double perDay,
    double onSaturday,
    List<Usual> usual,
    List<String> titles,
    int regulars,
    int seats) {

  /** A time of day, and for how long. */
  record Usual(LocalTime start, int minutes) {}

  private static final List<Usual> MEETINGS = List.of(
      usual("09:00", 60),
      usual("09:00", 90),
      usual("09:30", 90),
      usual("10:00", 120),
      usual("10:30", 60),
      usual("11:00", 60),
      usual("12:15", 90),
      usual("13:30", 90),
      usual("14:00", 60),
      usual("14:00", 120),
      usual("14:30", 90),
      usual("15:45", 75),
      usual("16:00", 60),
      usual("16:30", 90),
      usual("17:15", 60),
      usual("18:00", 120));

  private static final List<Usual> DESKS = List.of(
      usual("08:30", 210),
      usual("09:00", 180),
      usual("09:00", 480),
      usual("09:30", 450),
      usual("13:30", 240),
      usual("14:00", 180),
      usual("14:00", 240));

  private static final List<Usual> DRIVES = List.of(
      usual("07:30", 150),
      usual("08:00", 240),
      usual("09:00", 180),
      usual("13:30", 150),
      usual("14:00", 240),
      usual("17:00", 120));

  private static final List<Usual> WORKSHOP =
      List.of(usual("09:00", 120), usual("10:00", 180), usual("14:00", 150), usual("16:00", 120));

  private static final List<String> ROOM_TITLES = List.of(
      "Point d’équipe",
      "Réunion clients",
      "Atelier facturation",
      "Conseil d’appui",
      "Entretien",
      "Point compta",
      "Comité de pilotage",
      "Formation tableur",
      "Rendez-vous conseil",
      "Relecture de devis",
      "Accueil des nouveaux",
      "Cercle d’échange",
      "Préparation du salon",
      "Atelier prix",
      "Revue de projet",
      "Pause commune",
      "Commission vie coopérative",
      "Atelier site web",
      "Rendez-vous banque",
      "Groupe design",
      "Bilan de parcours");

  private static final List<String> HALL_TITLES = List.of(
      "Assemblée",
      "Formation : vendre sans se brader",
      "Ciné-débat",
      "Atelier collectif",
      "Réunion des associés",
      "Rencontre métiers",
      "Information collective");

  private static final List<String> DESK_TITLES =
      List.of("", "", "", "Dossier de subvention", "Comptabilité", "Journée d’écriture", "Devis");

  private static final List<String> DRIVE_TITLES = List.of(
      "Livraison à Villeurbanne",
      "Rendez-vous à Vienne",
      "Marché de Tarare",
      "Chantier à Bron",
      "Salon à Eurexpo",
      "Collecte de matériel",
      "Visite à Givors",
      "Gare de Part-Dieu");

  private static final List<String> STUDIO_TITLES = List.of(
      "Enregistrement d’un podcast", "Photos de produits", "Voix off", "Vidéo de présentation");

  private static final List<String> LASER_TITLES =
      List.of("Gabarits", "Enseigne de boutique", "Prototype de lampe", "Boîtes cadeaux");

  private static final List<String> PROJECTOR_TITLES =
      List.of("Présentation client", "Projection", "Formation hors les murs");

  private static final List<Habit> ALL = List.of(
      new Habit("salle-loire", 2.1, 0.4, MEETINGS, ROOM_TITLES, 10, 1),
      new Habit("salle-rhone", 2.4, 0.3, MEETINGS, ROOM_TITLES, 12, 1),
      new Habit("salle-saone", 2.0, 0.3, MEETINGS, ROOM_TITLES, 10, 1),
      new Habit("salle-fourviere", 0.5, 0.2, MEETINGS, HALL_TITLES, 6, 1),
      new Habit("salle-fourviere-nord", 0.7, 0, MEETINGS, HALL_TITLES, 6, 1),
      new Habit("salle-fourviere-sud", 0.6, 0, MEETINGS, HALL_TITLES, 6, 1),
      new Habit("bureaux-calmes", 3.3, 0.6, DESKS, DESK_TITLES, 12, 4),
      new Habit("studio", 0.8, 0.2, WORKSHOP, STUDIO_TITLES, 5, 1),
      new Habit("videoprojecteur", 0.7, 0, MEETINGS, PROJECTOR_TITLES, 8, 2),
      new Habit("decoupe-laser", 0.6, 0.1, WORKSHOP, LASER_TITLES, 4, 1),
      new Habit("zoe-bleue", 1.1, 0.5, DRIVES, DRIVE_TITLES, 8, 1),
      new Habit("e208-verte", 0.9, 0.4, DRIVES, DRIVE_TITLES, 8, 1),
      new Habit("kangoo", 0.7, 0.2, DRIVES.subList(1, 5), DRIVE_TITLES, 5, 1),
      new Habit("salle-volcan", 1.2, 0.2, MEETINGS, ROOM_TITLES, 6, 1));

  static List<Habit> all() {
    return ALL;
  }

  double on(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return 0;
    }
    return day.getDayOfWeek() == DayOfWeek.SATURDAY ? onSaturday : perDay;
  }

  private static Usual usual(String start, int minutes) {
    return new Usual(LocalTime.parse(start), minutes);
  }
}
