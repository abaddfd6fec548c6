package coop.maillon.demo;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.closure.ClosureOutcome;
import coop.maillon.booking.closure.ClosureWish;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.closure.Target;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** What is closed for painters and engineers around today. */
final class Works {

  private record Closing(String slug, TimeSlot slot, String reason) {}

  private final Catalogue catalogue;
  private final List<Closing> closed;

  Works(Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    closed = List.of(
        new Closing(
            "salle-saone", days(today.plusDays(12), today.plusDays(13)), "Peinture des murs"),
        new Closing("decoupe-laser", days(today, today.plusDays(2)), "Entretien annuel"));
  }

  /** When nobody books there. */
  List<Diary.TimeSlotOn> slots() {
    return closed.stream()
        .map(one -> new Diary.TimeSlotOn(one.slug(), one.slot()))
        .toList();
  }

  Future<Void> begin(Closures closures, Who coordinator) {
    Future<Void> last = succeededFuture();
    for (Closing one : closed) {
      last = last.compose(done -> closures.apply(coordinator, wish(one)).map(outcome -> {
        Demo.require(outcome instanceof ClosureOutcome.Closed, outcome);
        return null;
      }));
    }
    return last;
  }

  private ClosureWish wish(Closing closing) {
    var target = Target.of(catalogue.resource(closing.slug()).orElseThrow());
    return new ClosureWish(target, closing.slot(), closing.reason());
  }

  private TimeSlot days(LocalDate first, LocalDate last) {
    var zone = catalogue.site("lyon").orElseThrow().zone();
    return new TimeSlot(
        first.atTime(8, 0).atZone(zone).toInstant(),
        last.atTime(20, 0).atZone(zone).toInstant());
  }
}
