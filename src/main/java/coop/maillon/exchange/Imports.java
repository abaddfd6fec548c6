package coop.maillon.exchange;

import coop.maillon.db.Database;
import coop.maillon.exchange.ImportStore.Kept;
import coop.maillon.exchange.ImportStore.Sort;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files that come in: kept, looked at, then applied as they were shown. */
public final class Imports {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Who asks at the command line: nobody's rights are asked. */
  static final long OPERATOR = 0;

  private final ImportStore store = new ImportStore();
  private final Map<Sort, Importer> importers;
  private final Database database;
  private final Clock clock;

  public Imports(Ground ground) {
    this.database = ground.database();
    this.clock = ground.clock();
    this.importers = Map.of(
        Sort.CALENDAR, new CalendarImport(ground),
        Sort.RESOURCES, new ResourceImport(ground.resources(), ground.catalogues()),
        Sort.MEMBERS, new MemberImport(ground.members()),
        Sort.BOOKINGS, new BookingImport(ground));
  }

  /** A file and what it would do, or did. */
  record Shown(Kept file, Report report, boolean done) {}

  /** Answers the name under which it can be looked at. */
  Future<Long> keep(Who who, Kept file) {
    return store.insert(database, who.id(), file, clock.instant());
  }

  /** Empty where they brought no such file. */
  Future<Optional<Shown>> look(Who who, Words words, long id) {
    return run(who, words, id, Optional.empty());
  }

  /** Does what the report under that seal said; where that is no longer what it would do, nothing. */
  Future<Optional<Shown>> apply(Who who, Words words, long id, String seal) {
    return run(who, words, id, Optional.of(seal));
  }

  /**
   * Looks and does at once: for the command line.
   *
   * @param sort `resources`, `members` or `calendar`
   */
  public Future<Report> now(
      String sort, String content, Optional<ResourceId> resource, Words words) {
    var importer =
        Objects.requireNonNull(importers.get(Sort.valueOf(sort.toUpperCase(Locale.ROOT))));
    return operator(sort).compose(who -> {
      var job = new Importer.Job(0, who, words, content, resource, Optional.empty());
      return importer.run(job).compose(shown -> {
        var seal = Optional.of(shown.report().seal());
        return importer
            .run(new Importer.Job(0, who, words, content, resource, seal))
            .map(Importer.Outcome::report);
      });
    });
  }

  /** Bookings need somebody whose they are: the first administrator. */
  private Future<Who> operator(String sort) {
    return sort.equals("calendar")
        ? store
            .administrator(database)
            .map(
                found -> found.orElseThrow(() -> new IllegalStateException("no administrator yet")))
        : Future.succeededFuture(ImportStore.who(OPERATOR, "Maillon", ""));
  }

  /** Throws away files older than a month. */
  public Future<Void> tidy() {
    return store.forgetBefore(database, clock.instant().minus(KEPT));
  }

  private Future<Optional<Shown>> run(Who who, Words words, long id, Optional<String> seal) {
    return store
        .find(database, id, who.id())
        .compose(found -> found
            .filter(file -> seal.isEmpty() || file.appliedAt().isEmpty())
            .map(file -> run(file, who, words, seal).map(Optional::of))
            .orElse(Future.succeededFuture(Optional.empty())));
  }

  private Future<Shown> run(Kept file, Who who, Words words, Optional<String> seal) {
    var job = new Importer.Job(file.id(), who, words, file.content(), file.resource(), seal);
    return Objects.requireNonNull(importers.get(file.sort()))
        .run(job)
        .compose(outcome -> (outcome.done()
                ? store.applied(database, file.id(), clock.instant())
                : Future.succeededFuture(false))
            .map(new Shown(file, outcome.report(), outcome.done())));
  }
}
