package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Words;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts what somebody used into words. */
record StatementPages(Words words, Catalogue catalogue, ZoneId zone) {

  static final String PATH = "/me/costs";

  /** What is known of a year, and which month of it is looked at. */
  record Known(List<Use> uses, YearMonth month, YearMonth present, Bill.Carbon.Factors factors) {}

  StatementPage page(Known known) {
    var month = known.month();
    var uses = known.uses().stream().filter(use -> monthOf(use).equals(month)).toList();
    var sum = sum(uses);
    var yearly = sum(known.uses());
    return new StatementPage(
        words.month(month.atDay(1)),
        way(month.minusMonths(1)),
        month.isBefore(known.present()) ? Optional.of(way(month.plusMonths(1))) : Optional.empty(),
        PATH + ".csv?month=" + month,
        uses.stream().map(this::line).toList(),
        AmountWords.of(sum, words),
        AmountWords.carbon(sum, words),
        new CostWords(words).how(known.factors()),
        Integer.toString(month.getYear()),
        months(known),
        AmountWords.of(yearly, words),
        AmountWords.carbon(yearly, words));
  }

  private StatementPage.Way way(YearMonth month) {
    return new StatementPage.Way(PATH + "?month=" + month, words.month(month.atDay(1)));
  }

  private StatementPage.Line line(Use use) {
    var resource = catalogue.known(use.resource());
    var said = new SlotWords(words, resource.site().zone());
    return new StatementPage.Line(
        "/bookings/" + use.booking(),
        resource.name(),
        said.whole(use.slot()),
        use.activity(),
        AmountWords.of(use.amount(), words));
  }

  private List<StatementPage.Month> months(Known known) {
    Map<YearMonth, List<Use>> byMonth = known.uses().stream()
        .collect(Collectors.groupingBy(this::monthOf, TreeMap::new, Collectors.toList()));
    return byMonth.entrySet().stream()
        .map(one -> new StatementPage.Month(
            PATH + "?month=" + one.getKey(),
            words.month(one.getKey().atDay(1)),
            one.getKey().equals(known.month()),
            AmountWords.of(sum(one.getValue()), words)))
        .toList();
  }

  private YearMonth monthOf(Use use) {
    return YearMonth.from(use.slot().start().atZone(zone));
  }

  private static Use.Amount sum(List<Use> uses) {
    return uses.stream().map(Use::amount).reduce(Use.Amount.NOTHING, Use.Amount::and);
  }
}
