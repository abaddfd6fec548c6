package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.web.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts into words what was used at some sites. */
record OverviewPages(Words words, Catalogue catalogue, Scope scope) {

  static final String PATH = "/manage/costs";

  /**
   * What is asked for.
   *
   * @param sites that may be, and {@code site} the one that is
   */
  record Scope(
      YearMonth month,
      YearMonth present,
      List<Site> sites,
      Optional<Site> site,
      boolean administers) {

    List<ResourceId> resources(Catalogue catalogue) {
      return catalogue.resources().stream()
          .filter(one -> site.map(List::of).orElse(sites).contains(one.site()))
          .map(one -> one.id())
          .toList();
    }

    private String address(String path, String when) {
      return path + "?" + when + site.map(one -> "&site=" + one.slug()).orElse("");
    }
  }

  OverviewPage page(List<Together> sums, Bill.Carbon.Factors factors) {
    var month = scope.month();
    var sum = sum(sums);
    return new OverviewPage(
        words.month(month.atDay(1)),
        way(month.minusMonths(1)),
        month.isBefore(scope.present()) ? Optional.of(way(month.plusMonths(1))) : Optional.empty(),
        sites(),
        scope.address(PATH + ".csv", "month=" + month),
        scope.address(PATH + ".csv", "year=" + month.getYear()),
        AmountWords.of(sum, words),
        AmountWords.carbon(sum, words),
        new CostWords(words).how(factors),
        lines(sums, Together::member, one -> new Named(one.name(), "")),
        lines(sums, Together::resource, this::resource),
        scope.administers());
  }

  private OverviewPage.Way way(YearMonth month) {
    return new OverviewPage.Way(
        scope.address(PATH, "month=" + month), words.month(month.atDay(1)), false);
  }

  private List<OverviewPage.Way> sites() {
    var ways = new ArrayList<OverviewPage.Way>();
    String here = PATH + "?month=" + scope.month();
    ways.add(
        new OverviewPage.Way(here, words.say("report.site.any"), scope.site().isEmpty()));
    scope
        .sites()
        .forEach(site -> ways.add(new OverviewPage.Way(
            here + "&site=" + site.slug(), site.name(), scope.site().equals(Optional.of(site)))));
    return ways;
  }

  /** What a line is called. */
  private record Named(String name, String note) {}

  private Named resource(Together one) {
    var resource = catalogue.known(one.resource());
    return new Named(resource.name(), resource.site().name());
  }

  private List<OverviewPage.Line> lines(
      List<Together> sums, Function<Together, Object> by, Function<Together, Named> named) {
    Map<Object, List<Together>> groups =
        sums.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .map(group -> line(named.apply(group.get(0)), sum(group)))
        .toList();
  }

  /** What a car takes by a hundred kilometres tells whether it is well. */
  private OverviewPage.Line line(Named named, Use.Amount amount) {
    String takes = amount
        .trip()
        .filter(trip -> !named.note().isEmpty() && trip.kwh() > 0 && trip.km() > 0)
        .map(trip -> words.say("cost.takes", "kwh", 100 * trip.kwh() / trip.km()))
        .map(said -> named.note() + " · " + said)
        .orElse(named.note());
    return new OverviewPage.Line(named.name(), takes, AmountWords.of(amount, words));
  }

  private static Use.Amount sum(List<Together> sums) {
    return sums.stream().map(Together::amount).reduce(Use.Amount.NOTHING, Use.Amount::and);
  }
}
