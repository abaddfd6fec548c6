package coop.maillon.exchange;

import coop.maillon.exchange.Sheet.Row;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Site;
import coop.maillon.resource.manage.ResourceDraft;
import coop.maillon.resource.manage.ResourceOutcome;
import coop.maillon.resource.manage.Resources;
import coop.maillon.resource.manage.UnitDraft;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds resources from a table: slug, name, kind, site; capacity, units, description, tags where they are given. */
final class ResourceImport implements Importer {

  static final List<String> COLUMNS =
      List.of("slug", "name", "kind", "site", "capacity", "units", "description", "tags");

  private static final int MOST_UNITS = 200;
  private static final int MOST_PEOPLE = 10_000;

  private final Resources resources;
  private final Catalogues catalogues;

  ResourceImport(Resources resources, Catalogues catalogues) {
    this.resources = resources;
    this.catalogues = catalogues;
  }

  @Override
  public Future<Outcome> run(Job job) {
    var rows = Sheet.read(job.content(), COLUMNS.subList(0, 4));
    if (rows.isEmpty()) {
      return job.unreadable(COLUMNS);
    }
    return catalogues.fresh().compose(catalogue -> {
      var lines = new Lines<ResourceDraft>();
      rows.get().forEach(row -> read(row, job.words(), catalogue, lines));
      return resources
          .createAll(job.who(), lines.values(), told -> job.does(report(lines, told, job.words())))
          .map(told -> {
            var report = report(lines, told, job.words());
            return new Outcome(report, job.does(report));
          });
    });
  }

  private static Report report(
      Lines<ResourceDraft> lines, List<ResourceOutcome> told, Words words) {
    return lines.report(told.stream().map(outcome -> why(outcome, words)).toList());
  }

  private static String why(ResourceOutcome outcome, Words words) {
    if (outcome instanceof ResourceOutcome.Done) {
      return "";
    }
    return outcome instanceof ResourceOutcome.Faulty faulty
        ? faulty.faults().stream()
            .map(fault -> words.say(fault.key()))
            .collect(Collectors.joining(" "))
        : words.say("exchange.not-yours");
  }

  private static void read(Row row, Words words, Catalogue catalogue, Lines<ResourceDraft> lines) {
    var label = row.line() + " · " + row.cell("name");
    var site = catalogue.site(row.cell("site"));
    var kind = Kind.ofWord(row.cell("kind"));
    var units = number(row, "units", MOST_UNITS);
    var capacity = number(row, "capacity", MOST_PEOPLE);
    var problem = Stream.of(
            shaped(row) ? "" : "exchange.resource.name",
            site.isPresent() ? "" : "manage.resource.site.unknown",
            kind.isPresent() ? "" : "manage.resource.kind.unknown",
            units.isPresent() && capacity.isPresent() ? "" : "exchange.resource.number")
        .filter(key -> !key.isEmpty())
        .findFirst();
    problem.ifPresentOrElse(
        key -> lines.refuse(label, words.say(key)),
        () -> lines.add(
            label, draft(row, site.orElseThrow(), kind.orElseThrow(), units.orElseThrow())));
  }

  private static boolean shaped(Row row) {
    return row.cell("slug").matches("[a-z0-9]+(-[a-z0-9]+)*")
        && row.cell("slug").length() <= 60
        && row.given("name").filter(name -> name.length() <= 80).isPresent();
  }

  private static ResourceDraft draft(Row row, Site site, Kind kind, int units) {
    var name = row.cell("name");
    return new ResourceDraft(
        site,
        row.cell("slug"),
        kind,
        name,
        new ResourceDraft.Texts(row.cell("description"), ""),
        number(row, "capacity", MOST_PEOPLE).orElseThrow(),
        Map.of(),
        Stream.of(row.cell("tags").split("\\s*[|,]\\s*"))
            .filter(tag -> !tag.isBlank())
            .toList(),
        Policy.SILENT,
        IntStream.rangeClosed(1, units)
            .mapToObj(n -> UnitDraft.named(units == 1 ? name : name + " " + n))
            .toList(),
        List.of());
  }

  /** One where nothing is given; empty where it is no number from 1. */
  private static Optional<Integer> number(Row row, String column, int most) {
    var text = row.given(column).orElse("1");
    return Optional.of(text)
        .filter(typed -> typed.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= most);
  }
}
