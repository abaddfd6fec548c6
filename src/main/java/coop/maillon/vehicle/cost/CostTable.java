package coop.maillon.vehicle.cost;

import coop.maillon.resource.Catalogue;
import coop.maillon.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** What was used as tables: local times, whole minutes, euros with two places and kilograms with three, with a point. */
record CostTable(Words words, Catalogue catalogue, ZoneId zone) {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<List<String>> own(List<Use> uses) {
    return rows(
        Stream.of("start", "end", "resource", "activity"),
        uses.stream()
            .map(use -> Stream.concat(
                    Stream.of(
                        WHEN.format(use.slot().start().atZone(zone)),
                        WHEN.format(use.slot().end().atZone(zone)),
                        catalogue.known(use.resource()).name(),
                        use.activity()),
                    amount(use.amount()))
                .toList()));
  }

  /** For the accountant: by activity, of each member. */
  List<List<String>> all(List<Together> sums) {
    return rows(
        Stream.of("month", "activity", "member", "site", "resource"),
        sums.stream()
            .map(sum -> Stream.concat(
                    Stream.of(
                        sum.month().toString().substring(0, 7),
                        sum.activity(),
                        sum.name(),
                        catalogue.known(sum.resource()).site().name(),
                        catalogue.known(sum.resource()).name()),
                    amount(sum.amount()))
                .toList()));
  }

  private List<List<String>> rows(Stream<String> heads, Stream<List<String>> lines) {
    var first = Stream.concat(
            heads, Stream.of("uses", "minutes", "km", "kwh", "emitted", "avoided", "euros"))
        .map(head -> words.say("cost.table." + head))
        .toList();
    return Stream.concat(Stream.of(first), lines).toList();
  }

  private static Stream<String> amount(Use.Amount amount) {
    return Stream.of(
        String.valueOf(amount.uses()),
        String.valueOf(amount.minutes()),
        amount.trip().map(trip -> String.valueOf(trip.km())).orElse(""),
        amount.trip().map(trip -> thousandths(trip.kwh())).orElse(""),
        amount.trip().map(trip -> thousandths(trip.emittedKg())).orElse(""),
        amount.trip().map(trip -> thousandths(amount.avoidedKg())).orElse(""),
        BigDecimal.valueOf(amount.cents(), 2).toPlainString());
  }

  private static String thousandths(double number) {
    return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
