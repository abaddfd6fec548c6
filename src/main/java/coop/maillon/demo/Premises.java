package coop.maillon.demo;

import coop.maillon.resource.Admission;
import coop.maillon.resource.Approval;
import coop.maillon.resource.Calendar;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.WeeklyHours;
import coop.maillon.resource.holiday.Region;
import coop.maillon.resource.manage.ResourceDraft;
import coop.maillon.resource.manage.SiteDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The sites of the demo and what they share, as contract.md lists them. */
final class Premises {

  private static final Policy QUARTERS = Policy.SILENT.with(Limit.GRANULARITY, 15);
  private static final Policy ALWAYS = Policy.SILENT.with(WeeklyHours.ALWAYS);

  private Premises() {}

  static List<SiteDraft> sites() {
    return List.of(
        site("lyon", "Lyon", "Europe/Paris", "12 quai Arloing, 69009 Lyon"),
        site("grenoble", "Grenoble", "Europe/Paris", "8 rue Ampère, 38000 Grenoble"),
        site(
            "saint-denis",
            "Saint-Denis",
            "Indian/Reunion",
            "21 rue Labourdonnais, 97400 Saint-Denis"));
  }

  private static SiteDraft site(String slug, String name, String zone, String address) {
    var region = zone.startsWith("Indian") ? Region.REUNION : Region.FR;
    var policy = Policy.SILENT.with(Calendar.SILENT.in(region));
    return new SiteDraft(slug, name, ZoneId.of(zone), address, Site.Naming.NAMES, policy);
  }

  /** Everything but what is made of parts. */
  static List<ResourceDraft> resources(Catalogue catalogue) {
    Site lyon = catalogue.site("lyon").orElseThrow();
    Site grenoble = catalogue.site("grenoble").orElseThrow();
    Site saintDenis = catalogue.site("saint-denis").orElseThrow();
    var all = new ArrayList<ResourceDraft>();
    all.addAll(rooms(lyon));
    all.addAll(halves(lyon));
    all.addAll(List.of(desks(lyon), studio(lyon), projectors(lyon), laser(lyon)));
    all.addAll(cars(lyon));
    all.addAll(List.of(van(grenoble), small(grenoble)));
    all.add(volcano(saintDenis));
    return all;
  }

  private static List<ResourceDraft> rooms(Site lyon) {
    return List.of(
        room(lyon, "salle-loire", "Salle Loire", 12)
            .texts(
                "Grande table, deuxième étage, côté cour.",
                "Boîte à clés à gauche de la porte : 2412.")
            .tags("écran", "tableau blanc", "visioconférence")
            .accessible(),
        room(lyon, "salle-rhone", "Salle Rhône", 6)
            .texts("Au calme, pour les entretiens et les petits groupes.", "Ouverte en journée.")
            .tags("tableau blanc")
            .accessible(),
        room(lyon, "salle-saone", "Salle Saône", 8)
            .texts("Lumineuse, avec une kitchenette.", "Ouverte en journée.")
            .tags("écran", "kitchenette")
            .draft());
  }

  private static List<ResourceDraft> halves(Site lyon) {
    return List.of(
        room(lyon, "salle-fourviere-nord", "Salle Fourvière nord", 15)
            .texts("La moitié nord de la grande salle.", "Cloison : manivelle dans le placard.")
            .tags("écran")
            .accessible(),
        room(lyon, "salle-fourviere-sud", "Salle Fourvière sud", 15)
            .texts("La moitié sud de la grande salle.", "Cloison : manivelle dans le placard.")
            .tags("sonorisation")
            .accessible());
  }

  private static ResourceDraft desks(Site lyon) {
    return new Drafting(lyon, Kind.SPACE, "bureaux-calmes", "Bureaux calmes")
        .units("Bureau", 6)
        .policy(ALWAYS.with(Limit.GRANULARITY, 15))
        .texts(
            "Six bureaux, sans téléphone.",
            "Badge à l’entrée ; wifi maillon-calme, mot de passe silence69.")
        .tags("calme", "wifi")
        .accessible();
  }

  private static ResourceDraft studio(Site lyon) {
    return new Drafting(lyon, Kind.SPACE, "studio", "Studio")
        .policy(Policy.SILENT
            .with(Limit.BUFFER_BEFORE, 15)
            .with(Limit.BUFFER_AFTER, 15)
            .with(Approval.ALWAYS))
        .capacity(4)
        .texts(
            "Son et image, cabine insonorisée. La coordination confirme chaque demande.",
            "Clé à l’accueil.")
        .tags("podcast", "vidéo")
        .draft();
  }

  private static ResourceDraft projectors(Site lyon) {
    return new Drafting(lyon, Kind.EQUIPMENT, "videoprojecteur", "Vidéoprojecteur")
        .units("Vidéoprojecteur", 3)
        .texts("Avec câble HDMI et sacoche.", "Armoire du couloir, code 1974.")
        .tags("projection")
        .draft();
  }

  private static ResourceDraft laser(Site lyon) {
    return new Drafting(lyon, Kind.EQUIPMENT, "decoupe-laser", "Découpe laser")
        .texts(
            "Bois et plexiglas jusqu’à 6 mm. Aspiration à allumer avant la découpe.",
            "Atelier du rez-de-chaussée, badge.")
        .policy(Policy.SILENT.with(Admission.SILENT.needing(List.of("decoupe-laser"))))
        .tags("atelier")
        .draft();
  }

  private static List<ResourceDraft> cars(Site lyon) {
    return List.of(
        car(lyon, "zoe-bleue", "Zoé bleue")
            .texts(
                "Renault Zoé électrique, borne dans la cour.",
                "Clés dans la boîte du garage : 5507.")
            .draft(),
        car(lyon, "e208-verte", "e-208 verte")
            .texts(
                "Peugeot e-208 électrique, borne dans la cour.",
                "Clés dans la boîte du garage : 5507.")
            .draft());
  }

  private static ResourceDraft van(Site grenoble) {
    return new Drafting(grenoble, Kind.VEHICLE, "kangoo", "Kangoo")
        .capacity(3)
        .texts("Utilitaire, 3 m³.", "Clés à l’accueil.")
        .tags("utilitaire")
        .draft();
  }

  private static ResourceDraft small(Site grenoble) {
    return car(grenoble, "twingo-grise", "Twingo grise")
        .capacity(3)
        .texts("Renault Twingo électrique, borne au sous-sol.", "Clés à l’accueil.")
        .draft();
  }

  private static ResourceDraft volcano(Site saintDenis) {
    return room(saintDenis, "salle-volcan", "Salle Volcan", 10)
        .texts("Vue sur le Barachois, climatisée.", "Badge à l’entrée.")
        .tags("écran", "visioconférence")
        .accessible();
  }

  /** What is made of two of them. */
  static ResourceDraft whole(Catalogue catalogue) {
    var parts = List.of("salle-fourviere-nord", "salle-fourviere-sud").stream()
        .map(slug -> catalogue.resource(slug).orElseThrow())
        .map(Resource::id)
        .toList();
    return room(catalogue.site("lyon").orElseThrow(), "salle-fourviere", "Salle Fourvière", 30)
        .texts(
            "Les deux moitiés d’un seul tenant : assemblées, formations, projections.",
            "Clé à l’accueil, alarme à couper.")
        .tags("écran", "sonorisation")
        .parts(parts)
        .accessible();
  }

  private static Drafting room(Site site, String slug, String name, int people) {
    return new Drafting(site, Kind.SPACE, slug, name).policy(QUARTERS).capacity(people);
  }

  private static Drafting car(Site site, String slug, String name) {
    return new Drafting(site, Kind.VEHICLE, slug, name)
        .policy(ALWAYS)
        .capacity(5)
        .tags("électrique");
  }
}
