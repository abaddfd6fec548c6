package coop.maillon.demo;

import coop.maillon.member.Email;
import coop.maillon.member.Member;
import coop.maillon.member.NewMember;
import coop.maillon.member.Standing;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The people of the demo: five whom everybody may sign in as, and forty more. */
final class Cast {

  static final String PASSWORD = "maillon-demo";

  /** Whoever starts the program opens the sites. */
  static final Who OPERATOR = new Who(
      0,
      "",
      "",
      true,
      false,
      Set.of(),
      Set.of(),
      "fr",
      "auto",
      0,
      Optional.empty(),
      Who.Proof.SESSION);

  private static final List<String> FIRST_NAMES = List.of(
      "Inès",
      "Fatou",
      "Yann",
      "Nadia",
      "Hugo",
      "Camille",
      "Karim",
      "Léa",
      "Mathieu",
      "Soline",
      "Omar",
      "Élise",
      "Théo",
      "Aïcha",
      "Romain",
      "Margaux",
      "Ibrahim",
      "Clara",
      "Julien",
      "Noémie",
      "Samir",
      "Louise",
      "Antoine",
      "Maëlle",
      "Rachid",
      "Jeanne",
      "Quentin",
      "Sofia",
      "Baptiste",
      "Amina",
      "Lucas",
      "Océane",
      "Gaël",
      "Manon",
      "Thierry",
      "Sandrine",
      "Patrick",
      "Valérie",
      "Olivier",
      "Catherine");

  private static final List<String> LAST_NAMES = List.of(
      "Moreau",
      "Diallo",
      "Le Goff",
      "Benali",
      "Lambert",
      "Fontaine",
      "Haddad",
      "Chevalier",
      "Girard",
      "Marchand",
      "Traoré",
      "Blanchard",
      "Perrot",
      "Mansouri",
      "Lefèvre",
      "Renaud",
      "Keïta",
      "Barbier",
      "Colin",
      "Vasseur",
      "Bouaziz",
      "Picard",
      "Gauthier",
      "Le Bihan",
      "Cherif",
      "Masson",
      "Dumont",
      "Ferreira",
      "Guillot",
      "Sow",
      "Noël",
      "Payet",
      "Hoarau",
      "Grondin",
      "Mercier",
      "Boulanger",
      "Roche",
      "Gaillard",
      "Brunet",
      "Leclerc");

  private Cast() {}

  /** Those to register; the first five in this order: Ada, Chloé, Bruno, Diane, Émile. */
  static List<NewMember> of(Catalogue catalogue) {
    var everywhere = ids(catalogue, Set.of("lyon", "grenoble", "saint-denis"));
    var people = new ArrayList<NewMember>();
    people.add(member("ada", "Ada Martin", Standing.administrator(everywhere)));
    people.add(
        member("chloe", "Chloé Perrin", Standing.coordinator(ids(catalogue, Set.of("lyon")))));
    people.add(member("bruno", "Bruno Faure", Standing.MEMBER));
    people.add(member("diane", "Diane Roussel", Standing.MEMBER));
    people.add(member("emile", "Émile Garnier", Standing.MEMBER));
    for (int i = 0; i < FIRST_NAMES.size(); i++) {
      String name = FIRST_NAMES.get(i) + " " + LAST_NAMES.get(i);
      people.add(member(address(name), name, Standing.MEMBER));
    }
    return people;
  }

  /** The one of that first name. */
  static Who called(List<Who> people, String firstName) {
    return people.stream()
        .filter(one -> one.name().startsWith(firstName + " "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is called " + firstName));
  }

  /** Somebody of the cast as the program sees who asks. */
  static Who who(Member member) {
    return new Who(
        member.id().value(),
        member.name(),
        member.email(),
        member.standing().administrator(),
        member.standing().guest(),
        member.standing().coordinates(),
        member.standing().guestSites(),
        member.language(),
        member.theme(),
        0,
        member.homeSite(),
        Who.Proof.SESSION);
  }

  private static NewMember member(String word, String name, Standing standing) {
    return new NewMember(new Email(word + "@demo.test"), name, standing, "fr");
  }

  private static String address(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace(' ', '.');
  }

  private static Set<Long> ids(Catalogue catalogue, Set<String> slugs) {
    return catalogue.sites().stream()
        .filter(site -> slugs.contains(site.slug()))
        .map(Site::id)
        .map(id -> id.value())
        .collect(Collectors.toSet());
  }
}
