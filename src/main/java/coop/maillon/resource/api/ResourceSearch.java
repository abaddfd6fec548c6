package coop.maillon.resource.api;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Fields;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which resources somebody looks for. Some hundreds are in memory anyway, so they are searched there.
 *
 * @param capacity at least so many people per unit
 * @param words what their name, tags or description should say, unaccented
 */
public record ResourceSearch(
    Optional<Kind> kind, Optional<String> site, OptionalInt capacity, Optional<String> words) {

  /** Reads `kind`, `site`, `capacity` and `q`; an unknown kind is noted as a problem. */
  public static ResourceSearch read(Fields fields) {
    Optional<String> word = fields.text("kind").optional();
    Optional<Kind> kind = word.flatMap(Kind::ofWord);
    if (word.isPresent() && kind.isEmpty()) {
      fields.problem("kind", "field.kind");
    }
    Optional<Integer> capacity = fields.whole("capacity", 1, 100_000);
    return new ResourceSearch(
        kind,
        fields.text("site").optional(),
        capacity.map(OptionalInt::of).orElse(OptionalInt.empty()),
        fields.text("q").optional().map(ResourceSearch::folded));
  }

  /** Those that fit, in the catalogue's order; with words, the best first. */
  public List<Resource> in(Catalogue catalogue) {
    var fitting = catalogue.resources().stream().filter(this::fits);
    return words.isEmpty()
        ? fitting.toList()
        : fitting
            .filter(resource -> score(resource) > 0)
            .sorted(
                Comparator.comparingInt((Resource resource) -> score(resource)).reversed())
            .toList();
  }

  private boolean fits(Resource resource) {
    return kind.filter(wanted -> wanted != resource.kind()).isEmpty()
        && site.filter(slug -> !slug.equals(resource.site().slug())).isEmpty()
        && resource.capacity() >= capacity.orElse(0);
  }

  /** A name that begins so, a name that has it, a tag, a description; nothing at all is 0. */
  private int score(Resource resource) {
    String wanted = words.orElse("");
    String name = folded(resource.name());
    if (name.startsWith(wanted)) {
      return 5;
    }
    if (name.contains(wanted) || resource.slug().contains(wanted)) {
      return 4;
    }
    if (resource.tags().stream().anyMatch(tag -> folded(tag).contains(wanted))) {
      return 3;
    }
    if (folded(resource.description()).contains(wanted)) {
      return 2;
    }
    return Trigrams.similarity(wanted, name) >= CLOSE ? 1 : 0;
  }

  private static final double CLOSE = 0.35;

  static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
