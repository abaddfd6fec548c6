package coop.maillon.booking.permit;

import coop.maillon.booking.Violation;
import coop.maillon.resource.Resource;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One habilitation as somebody holds it: the times it was given and not withdrawn. */
record Held(String name, List<Term> terms) {

  /** From the first day to the last, both included. */
  record Term(LocalDate since, LocalDate until) {}

  static Held of(String slug, List<JsonObject> rows) {
    return new Held(
        Permits.name(slug, rows),
        rows.stream()
            .filter(row -> row.getString("slug").equals(slug) && row.getString("since") != null)
            .map(row -> new Term(
                LocalDate.parse(row.getString("since")),
                Optional.ofNullable(row.getString("until"))
                    .map(LocalDate::parse)
                    .orElse(LocalDate.MAX)))
            .toList());
  }

  Optional<Violation> lacking(Resource resource, LocalDate starts, LocalDate ends) {
    var begun = terms.stream().filter(term -> !term.since().isAfter(starts)).toList();
    if (begun.stream().anyMatch(term -> !term.until().isBefore(ends))) {
      return Optional.empty();
    }
    return Optional.of(begun.stream()
        .max(Comparator.comparing(Term::until))
        .map(last -> new Violation(
            "habilitation",
            Map.of(
                "resource", resource.name(), "name", name, "until", last.until(), "how", "until")))
        .orElseGet(() ->
            new Violation("habilitation", Map.of("resource", resource.name(), "name", name))));
  }
}
