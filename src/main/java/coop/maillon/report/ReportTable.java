package coop.maillon.report;

import coop.maillon.exchange.Sheet;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a report says as tables for spreadsheets and programs; weekdays count from Monday, 1, and times are minutes. */
enum ReportTable {

  /** Each resource and hour of the week that is ever open. */
  UTILISATION(
      "site",
      "resource",
      "kind",
      "made_of_parts",
      "units",
      "weekday",
      "hour",
      "open_minutes",
      "booked_minutes",
      "percent") {
    @Override
    Stream<List<String>> rows(Numbers numbers, Catalogue catalogue, Words words) {
      return numbers.lines().stream()
          .flatMap(line -> HourOfWeek.ALL.stream()
              .filter(hour -> line.heat().at(hour).isOpen())
              .map(hour -> row(line, hour)));
    }

    private static List<String> row(Utilisation.Line line, HourOfWeek hour) {
      Resource resource = line.resource();
      Share share = line.heat().at(hour);
      return cells(
          resource.site().slug(),
          resource.slug(),
          resource.kind().word(),
          resource.isWhole(),
          line.units(),
          hour.day().getValue(),
          hour.hour(),
          share.openMinutes(),
          share.bookedMinutes(),
          percent(share.percent()));
    }
  },

  /** Each hour of the week of each kind at each site: what stays free, and what is wanted. */
  HOURS(
      "site",
      "kind",
      "weekday",
      "hour",
      "open_minutes",
      "booked_minutes",
      "percent",
      "refused_as_taken") {
    @Override
    Stream<List<String>> rows(Numbers numbers, Catalogue catalogue, Words words) {
      return Demand.of(numbers).stream()
          .flatMap(demand -> HourOfWeek.ALL.stream()
              .map(demand::at)
              .filter(run -> run.share().isOpen() || run.refused() > 0)
              .map(run -> row(demand, run)));
    }

    private static List<String> row(Demand demand, Demand.Run run) {
      return cells(
          demand.site().slug(),
          demand.kind().word(),
          run.day().getValue(),
          run.from(),
          run.share().openMinutes(),
          run.share().bookedMinutes(),
          percent(run.share().percent()),
          run.refused());
    }
  },

  REFUSALS("site", "resource", "rule", "reason", "count") {
    @Override
    Stream<List<String>> rows(Numbers numbers, Catalogue catalogue, Words words) {
      return Reasons.byResource(numbers).stream().map(one -> {
        Resource resource = catalogue.known(one.resource());
        return cells(
            resource.site().slug(),
            resource.slug(),
            one.rule(),
            Reasons.sentence(one.rule(), words),
            one.count());
      });
    }
  },

  NO_SHOWS("site", "resource", "due", "missed", "percent") {
    @Override
    Stream<List<String>> rows(Numbers numbers, Catalogue catalogue, Words words) {
      return numbers.counted().arrivals().stream().map(one -> {
        Resource resource = catalogue.known(one.resource());
        return cells(
            resource.site().slug(), resource.slug(), one.due(), one.missed(), one.percent());
      });
    }
  };

  private final List<String> columns;

  ReportTable(String... columns) {
    this.columns = List.of(columns);
  }

  abstract Stream<List<String>> rows(Numbers numbers, Catalogue catalogue, Words words);

  /** The last part of its address: `no-shows.csv`. */
  String file() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".csv";
  }

  String written(Numbers numbers, Catalogue catalogue, Words words) {
    var all = new ArrayList<List<String>>();
    all.add(columns);
    rows(numbers, catalogue, words).forEach(all::add);
    return Sheet.write(all);
  }

  private static List<String> cells(Object... values) {
    return Stream.of(values).map(Object::toString).toList();
  }

  private static String percent(OptionalInt percent) {
    return percent.isPresent() ? Integer.toString(percent.getAsInt()) : "";
  }
}
