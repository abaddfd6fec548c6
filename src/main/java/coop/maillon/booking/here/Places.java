package coop.maillon.booking.here;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Once;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.page.Visible;
import coop.maillon.db.Sql;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What somebody who stands before a resource sees of it, and taking it at once. */
public final class Places {

  /** How far ahead one who stands there looks. */
  private static final Duration AHEAD = Duration.ofHours(12);

  private final HereStore store = new HereStore();
  private final Sql sql;
  private final Catalogues catalogues;
  private final Doing doing;
  private final Clock clock;

  /** What it is found out and done with. */
  public record Doing(Bookings bookings, FreeTimes free) {}

  public Places(Sql sql, Catalogues catalogues, Doing doing, Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.doing = doing;
    this.clock = clock;
  }

  /** Empty where there is nothing of that name that they may see. */
  Future<Optional<Here>> find(Who who, String slug) {
    return catalogues
        .fresh()
        .compose(catalogue -> Visible.resource(catalogue, who, slug)
            .map(resource -> read(who, resource, catalogue).map(Optional::of))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }

  private Future<Here> read(Who who, Resource resource, Catalogue catalogue) {
    Instant now = clock.instant();
    // What is free is counted in whole minutes, and this one has begun.
    var ahead = new TimeSlot(now.truncatedTo(ChronoUnit.MINUTES), now.plus(AHEAD));
    var looking = FreeTimes.Looking.at(ahead, who).arriving();
    var units = catalogue.leafUnits(resource).stream().map(Unit::id).toList();
    var lying = store.lying(sql, units, ahead);
    var vacancy = doing.free().vacancies(looking, List.of(resource), catalogue);
    return Future.all(lying, vacancy)
        .map(done ->
            new Here(resource, catalogue, lying.result(), vacancy.result().get(0), who, now));
  }

  /** Books it from this minute on, and checks in; once however often it is asked under that key. */
  Future<BookingOutcome> take(Here here, int minutes, String key) {
    var content = here.resource().slug() + " " + minutes;
    var once = new Once(
        "POST",
        "/here/taking",
        key,
        Buffer.buffer(content.getBytes(StandardCharsets.UTF_8)),
        booking -> booking.id().toString());
    var wish = Wish.any(here.resource());
    return doing
        .bookings()
        .take(BookingRequest.of(here.who(), wish, here.wanted(minutes), Details.NONE)
            .once(once));
  }
}
