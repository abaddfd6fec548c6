package coop.maillon.report;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an address asks to be reported on: {@code ?period=30} or {@code ?from=…&to=…}, and {@code site}, {@code kind}, {@code resource}. */
final class ScopeForm {

  static final String USUAL = "30";

  private final Ask ask;
  private final Catalogue catalogue;
  private final Fields fields;

  ScopeForm(Ask ask, Catalogue catalogue) {
    this.ask = ask;
    this.catalogue = catalogue;
    this.fields = Fields.ofQuery(ask);
  }

  List<FieldProblem> problems() {
    return fields.problems();
  }

  /** Whether there is a report of that site for whoever asks; without a site, of any. */
  boolean isKnown() {
    return asked("site").isEmpty() ? !sites().isEmpty() : site().isPresent();
  }

  /** The scope; where the days do not read, that of the usual ones, beside the {@link #problems}. */
  Scope read() {
    var period = period();
    return new Scope(period, sites(), site(), kind(), choice(), resource());
  }

  /** Where the report stands that {@link #read} is about. */
  ReportAddress address(Scope scope) {
    boolean isByDays = fields.has("from") || fields.has("to");
    var named = asked("period").filter(Period.NAMES::contains).orElse(USUAL);
    return ReportAddress.of(scope, isByDays ? Optional.empty() : Optional.of(named));
  }

  private List<Site> sites() {
    return catalogue.sites().stream()
        .filter(site -> ask.who().mayCoordinate(site.id().value()))
        .toList();
  }

  private Optional<Site> site() {
    return asked("site")
        .flatMap(
            slug -> sites().stream().filter(site -> site.slug().equals(slug)).findFirst());
  }

  private Optional<Kind> kind() {
    return asked("kind").flatMap(Kind::ofWord);
  }

  private List<Resource> choice() {
    return sites().stream()
        .filter(one -> site().isEmpty() || site().equals(Optional.of(one)))
        .flatMap(one -> catalogue.inService(one.id()).stream())
        .filter(one -> kind().isEmpty() || kind().equals(Optional.of(one.kind())))
        .toList();
  }

  /** One that is not of the site or the kind that is asked for is not meant any more. */
  private Optional<Resource> resource() {
    return asked("resource")
        .flatMap(
            slug -> choice().stream().filter(one -> one.slug().equals(slug)).findFirst());
  }

  private Period period() {
    var usual = asked("period")
        .flatMap(name -> Period.named(name, today()))
        .or(() -> Period.named(USUAL, today()))
        .orElseThrow();
    var first = fields.date("from");
    var last = fields.date("to");
    if (first.isEmpty() && last.isEmpty()) {
      return usual;
    }
    return period(first.orElse(usual.first()), last.orElse(usual.last())).orElse(usual);
  }

  private Optional<Period> period(LocalDate first, LocalDate last) {
    if (!fields.complete()) {
      return Optional.empty();
    }
    if (last.isBefore(first)) {
      fields.problem("to", "report.to.before");
    } else if (!last.isBefore(first.plusDays(Period.LONGEST_DAYS))) {
      fields.problem("to", "report.to.far", "days", Period.LONGEST_DAYS);
    }
    return fields.complete() ? Optional.of(new Period(first, last)) : Optional.empty();
  }

  private LocalDate today() {
    ZoneId zone = site()
        .or(() -> sites().stream().findFirst())
        .map(Site::zone)
        .orElseGet(() -> ask.clock().getZone());
    return LocalDate.ofInstant(ask.now(), zone);
  }

  private Optional<String> asked(String name) {
    return ask.query(name).map(String::strip).filter(text -> !text.isEmpty());
  }
}
