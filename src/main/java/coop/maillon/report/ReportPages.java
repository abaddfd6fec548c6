package coop.maillon.report;

import coop.maillon.report.ReportPage.Option;
import coop.maillon.report.ReportPage.Way;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and draws one report. */
record ReportPages(
    Ask ask, Catalogue catalogue, Scope scope, ReportAddress address, Numbers numbers) {

  private static final int MOST_RANKS = 5;
  private static final int MOST_NAMES = 3;

  ReportPage page(List<FieldProblem> problems) {
    return new ReportPage(
        scope.resource().map(Resource::name).orElseGet(() -> words().say("report.title")),
        period(),
        note(),
        scope
            .resource()
            .map(one -> new Way(address.aboutAll().page(), words().say("report.title"), false)),
        filters(problems),
        problems.stream()
            .collect(
                Collectors.toMap(FieldProblem::field, FieldProblem::message, (one, two) -> one)),
        periods(),
        heat(),
        lines(),
        Demand.of(numbers).stream().map(this::ranks).toList(),
        address.table(ReportTable.HOURS),
        refusals(),
        missed());
  }

  private Words words() {
    return ask.words();
  }

  private String period() {
    return words()
        .say(
            "report.period",
            "from",
            words().date(scope.period().first()),
            "to",
            words().date(scope.period().last()));
  }

  private Optional<String> note() {
    return scope
        .window()
        .filter(window -> window.end().isAfter(ask.now()))
        .map(window -> words().say("report.unfinished"));
  }

  /** What was typed stands as it was where it does not read. */
  private ReportPage.Filters filters(List<FieldProblem> problems) {
    var period = scope.period();
    return new ReportPage.Filters(
        problems.isEmpty() ? period.first().toString() : ask.query("from").orElse(""),
        problems.isEmpty() ? period.last().toString() : ask.query("to").orElse(""),
        options(
            "report.site.any",
            scope.sites(),
            site -> option(site.slug(), site.name(), address.site())),
        options(
            "report.kind.any",
            List.of(Kind.values()),
            kind ->
                option(kind.word(), words().say("resource.kind." + kind.word()), address.kind())),
        options(
            "report.resource.any",
            scope.choice(),
            one -> option(one.slug(), one.name(), address.resource())));
  }

  private <T> List<Option> options(String any, List<T> all, Function<T, Option> option) {
    var some = all.stream().map(option).toList();
    boolean isAny = some.stream().noneMatch(Option::chosen);
    return Stream.concat(Stream.of(new Option("", words().say(any), isAny)), some.stream())
        .toList();
  }

  private static Option option(String value, String label, Optional<String> chosen) {
    return new Option(value, label, chosen.equals(Optional.of(value)));
  }

  private List<Way> periods() {
    return Period.NAMES.stream()
        .map(name -> new Way(
            address.during(name).page(),
            words().say("report.period." + name),
            address.during(name).equals(address)))
        .toList();
  }

  private ReportPage.Heating heat() {
    var heat = numbers.heat();
    return new ReportPage.Heating(
        ReportPage.hoursOf(heat.total(), words()),
        HeatPicture.of(heat, words()),
        HeatPicture.shades(words()),
        address.table(ReportTable.UTILISATION));
  }

  /** The busiest first. */
  private List<ReportPage.Line> lines() {
    return numbers.lines().stream()
        .sorted(Comparator.comparingInt(
                (Utilisation.Line line) -> line.heat().total().percent().orElse(-1))
            .reversed())
        .map(this::line)
        .toList();
  }

  private ReportPage.Line line(Utilisation.Line line) {
    Share total = line.heat().total();
    return new ReportPage.Line(
        address.about(line.resource()).page(),
        line.resource().name(),
        about(line),
        total.percent().orElse(0),
        ReportWords.percent(total, words()),
        words()
            .say(
                "report.booked.of",
                "booked",
                ReportWords.hours(total.bookedMinutes(), words()),
                "open",
                ReportWords.hours(total.openMinutes(), words())));
  }

  private String about(Utilisation.Line line) {
    Resource resource = line.resource();
    String units = resource.isWhole()
        ? words().say("report.whole", "count", line.units())
        : words().say("resource.units", "count", line.units());
    return line.units() > 1
        ? resource.site().name() + " · " + units
        : resource.site().name();
  }

  private ReportPage.Ranks ranks(Demand demand) {
    String kind = words().say("resource.kind." + demand.kind().word());
    return new ReportPage.Ranks(
        scope.resource().map(Resource::name).orElse(kind + " · " + demand.site().name()),
        demand.freest(MOST_RANKS).stream()
            .map(run -> rank(run, 100 - run.percent()))
            .toList(),
        demand.busiest(MOST_RANKS).stream().map(run -> rank(run, run.percent())).toList());
  }

  private ReportPage.Rank rank(Demand.Run run, int percent) {
    String day = run.day().getDisplayName(TextStyle.FULL, words().locale());
    return new ReportPage.Rank(
        day,
        ReportWords.times(run.from(), run.to(), words()),
        percent,
        ReportWords.percent(percent, words()),
        run.refused() == 0 ? "" : words().say("report.refused", "count", run.refused()));
  }

  private ReportPage.Reasoned refusals() {
    var reasons = Reasons.of(numbers);
    int all = reasons.stream().mapToInt(Reasons.Reason::count).sum();
    return new ReportPage.Reasoned(
        words().say("report.refusals.sum", "count", all),
        reasons.stream().map(reason -> reason(reason, all)).toList(),
        address.table(ReportTable.REFUSALS),
        Cars.of(numbers, scope, catalogue).map(this::cars));
  }

  private ReportPage.CarsRefused cars(Cars cars) {
    return new ReportPage.CarsRefused(
        List.of(side("overlap", cars.overlap(), cars), side("range", cars.range(), cars)),
        words().say("report.cars." + cars.advice()));
  }

  private ReportPage.Side side(String word, int count, Cars cars) {
    return new ReportPage.Side(
        words().say("report.cars.side." + word),
        cars.percent(count),
        words().say("report.count", "count", count));
  }

  private ReportPage.Reason reason(Reasons.Reason reason, int all) {
    int percent = (int) Math.round(100.0 * reason.count() / all);
    return new ReportPage.Reason(
        Reasons.sentence(reason.rule(), words()),
        percent,
        words().say("report.count", "count", reason.count()),
        ReportWords.percent(percent, words()),
        reason.resources().stream()
            .limit(MOST_NAMES)
            .map(one -> words()
                .say(
                    "report.where",
                    "resource",
                    catalogue.known(one.resource()).name(),
                    "count",
                    one.count()))
            .collect(Collectors.joining(", ")));
  }

  private ReportPage.Missed missed() {
    var arrivals = numbers.counted().arrivals();
    int due = arrivals.stream().mapToInt(Counted.Arrivals::due).sum();
    int missed = arrivals.stream().mapToInt(Counted.Arrivals::missed).sum();
    return new ReportPage.Missed(
        words().say("report.missed.sum", "due", due, "missed", missed),
        arrivals.stream()
            .sorted(Comparator.comparingInt(Counted.Arrivals::percent).reversed())
            .map(this::absence)
            .toList(),
        address.table(ReportTable.NO_SHOWS));
  }

  private ReportPage.Absence absence(Counted.Arrivals arrivals) {
    Resource resource = catalogue.known(arrivals.resource());
    return new ReportPage.Absence(
        address.about(resource).page(),
        resource.name(),
        arrivals.percent(),
        words().say("report.missed.of", "due", arrivals.due(), "missed", arrivals.missed()),
        ReportWords.percent(arrivals.percent(), words()));
  }
}
