package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.rules.Choice;
import coop.maillon.resource.rules.PolicyView;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What manage/resource shows: the form of one resource, old or new.
 *
 * @param there the resource as it is; empty for a new one
 * @param said a sentence above the form: somebody was faster, or bookings are in the way
 */
public record ResourcePage(
    String title,
    String action,
    Optional<There> there,
    Optional<Said> said,
    Texts texts,
    List<Choice> kinds,
    List<Choice> sites,
    List<UnitField> units,
    List<String> freshUnits,
    List<Choice> parts,
    PolicyView policy,
    Map<String, String> problems) {

  /** How many empty fields stand ready for new units. */
  private static final int FRESH_UNITS = 3;

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** A resource that exists. */
  public record There(
      String slug, String name, int version, boolean retired, boolean photo, boolean car) {}

  /** Something to know before going on. */
  public record Said(String heading, String text, List<Line> bookings, Optional<String> closure) {}

  /** A booking that is in the way. */
  public record Line(String href, String who, String when) {}

  /** The plain fields. */
  public record Texts(
      String name,
      String slug,
      String capacity,
      String description,
      String access,
      String tags,
      String attributes,
      boolean wheelchair) {}

  /** One unit that it has. */
  public record UnitField(String name, String label, String value) {}

  /** What the page is made of. */
  record Ground(
      Ask ask, Catalogue catalogue, Optional<Resource> before, Typed typed, Optional<Said> said) {

    Ground saying(Said sentence) {
      return new Ground(ask, catalogue, before, typed, Optional.of(sentence));
    }
  }

  static ResourcePage of(Ground ground, Map<String, String> problems) {
    Words words = ground.ask().words();
    Typed typed = ground.typed();
    var before = ground.before();
    return new ResourcePage(
        before.map(Resource::name).orElseGet(() -> words.say("manage.resource.new")),
        before.map(resource -> "/manage/resources/" + resource.slug()).orElse("/manage/resources"),
        before.map(ResourcePage::there),
        ground.said(),
        texts(typed),
        kinds(typed, words),
        sites(ground),
        before.map(resource -> units(resource, typed, words)).orElse(List.of()),
        freshUnits(typed),
        parts(ground),
        PolicyView.of(
            typed, new PolicyView.Setting(ground.catalogue(), inherited(ground), words, problems)),
        new HashMap<>(problems));
  }

  private static Policy inherited(Ground ground) {
    return ground
        .before()
        .map(Resource::site)
        .or(() -> ground.catalogue().site(ground.typed().text("site")))
        .map(Site::policy)
        .orElse(Policy.USUAL);
  }

  private static There there(Resource resource) {
    return new There(
        resource.slug(),
        resource.name(),
        resource.version(),
        resource.isRetired(),
        resource.hasPhoto(),
        resource.kind() == Kind.VEHICLE && !resource.isPool());
  }

  private static Texts texts(Typed typed) {
    return new Texts(
        typed.text("name"),
        typed.text("slug"),
        typed.text("capacity"),
        typed.text("description"),
        typed.text("access"),
        typed.text("tags"),
        typed.text("attributes"),
        typed.has("wheelchair", "true"));
  }

  private static List<Choice> kinds(Typed typed, Words words) {
    return Arrays.stream(Kind.values())
        .map(kind -> new Choice(
            kind.word(),
            words.say("manage.kind." + kind.word()),
            typed.text("kind").equals(kind.word())))
        .toList();
  }

  private static List<Choice> sites(Ground ground) {
    return ground.catalogue().sites().stream()
        .filter(site -> ground.ask().who().mayCoordinate(site.id().value()))
        .map(site ->
            new Choice(site.slug(), site.name(), ground.typed().text("site").equals(site.slug())))
        .toList();
  }

  private static List<UnitField> units(Resource resource, Typed typed, Words words) {
    return resource.units().stream()
        .map(unit -> new UnitField(
            "unit-" + unit.id(),
            words.say("manage.resource.unit", "label", unit.label()),
            typed.text("unit-" + unit.id())))
        .toList();
  }

  private static List<String> freshUnits(Typed typed) {
    var typedUnits = typed.all("unit").stream().filter(unit -> !unit.isBlank()).toList();
    return java.util.stream.Stream.concat(
            typedUnits.stream(), java.util.stream.Stream.generate(() -> "").limit(FRESH_UNITS))
        .toList();
  }

  /** The other resources of the site that have units of their own. */
  private static List<Choice> parts(Ground ground) {
    var site = ground
        .before()
        .map(Resource::site)
        .map(Site::slug)
        .orElse(ground.typed().text("site"));
    return ground.catalogue().resources().stream()
        .filter(other -> other.site().slug().equals(site) && !other.isWhole() && !other.isRetired())
        .filter(other -> ground.before().filter(other::equals).isEmpty())
        .map(other ->
            new Choice(other.slug(), other.name(), ground.typed().has("part", other.slug())))
        .toList();
  }
}
