package coop.maillon.booking.planning;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.db.Database;
import coop.maillon.event.Event;
import coop.maillon.live.Channel;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Views;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells open plannings what was booked, moved, freed, held and closed on their day. */
public final class PlanningLive implements Channel {

  private final PlanningStore store = new PlanningStore();
  private final Database database;
  private final Catalogues catalogues;
  private final BookingReads reads;
  private final LiveRows rows;
  private final Clock clock;

  public PlanningLive(
      Database database, Catalogues catalogues, BookingReads reads, Views views, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.reads = reads;
    this.rows = new LiveRows(views);
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return "planning";
  }

  @Override
  public Future<Boolean> admits(Who reader, String topic) {
    return catalogues
        .fresh()
        .map(catalogue -> day(topic, catalogue)
            .filter(day -> reader.maySee(day.site().id().value()))
            .isPresent());
  }

  @Override
  public Set<String> topics(Event event) {
    var changed = new Changed(event);
    return changed.concernsPlanning() ? changed.topics() : Set.of();
  }

  @Override
  public Future<Telling> tell(Event event, Set<String> heard) {
    var changed = new Changed(event);
    Future<Optional<BookingReads.Read>> booking = changed
        .booking()
        .map(reads::whole)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    var catalogue = catalogues.fresh();
    return Future.all(booking, catalogue).compose(read -> {
      var found = booking.result().map(BookingReads.Read::booking);
      var scene = new LiveScene(changed, found, catalogue.result(), clock.instant());
      return days(scene, heard).map(days -> rows.telling(scene, days));
    });
  }

  /** What lies on the rows that changed, for each day that is listened to. */
  private Future<Map<String, LiveScene.OneDay>> days(LiveScene scene, Set<String> heard) {
    var days = new LinkedHashMap<String, LiveScene.OneDay>();
    Future<Void> reading = Future.succeededFuture();
    for (String topic : heard) {
      Optional<Day> day = day(topic, scene.catalogue());
      if (day.isPresent()) {
        reading = reading.compose(done -> oneDay(scene, day.get()).map(one -> {
          days.put(topic, one);
          return null;
        }));
      }
    }
    return reading.map(done -> days);
  }

  private Future<LiveScene.OneDay> oneDay(LiveScene scene, Day day) {
    List<Resource> touched = scene.touched(day.site());
    return raws(scene, day, touched).map(raws -> new LiveScene.OneDay(day, touched, raws));
  }

  private Future<List<Raw>> raws(LiveScene scene, Day day, List<Resource> touched) {
    TimeSlot during = day.slot();
    Instant now = scene.now();
    var question = new PlanningStore.Question(day.site().id(), during, now, false);
    List<Long> units = touched.stream()
        .flatMap(resource -> scene.catalogue().leafUnits(resource).stream())
        .map(unit -> unit.id().value())
        .distinct()
        .toList();
    return store.taken(database, question, units);
  }

  private static Optional<Day> day(String topic, Catalogue catalogue) {
    String[] parts = topic.split(":", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(parts[2]);
      return catalogue.site(parts[1]).map(site -> new Day(site, date));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
