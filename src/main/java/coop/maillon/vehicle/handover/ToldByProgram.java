package coop.maillon.vehicle.handover;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Violation;
import coop.maillon.booking.arriving.Alongside;
import coop.maillon.booking.arriving.ArrivingApi;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program says of a car along with checking in or out; nothing, where it says nothing. */
public record ToldByProgram(Handovers handovers, Catalogues catalogues)
    implements ArrivingApi.Saying {

  @Override
  public Alongside coming(Who who, Fields fields) {
    return told(who, fields, Handover.Way.TAKE);
  }

  @Override
  public Alongside going(Who who, Fields fields) {
    return told(who, fields, Handover.Way.RETURN);
  }

  private Alongside told(Who who, Fields fields, Handover.Way way) {
    if (Stream.of("odometerKm", "socPct", "plugged").noneMatch(fields::has)) {
      return Alongside.NOTHING;
    }
    var said = new Handovers.Said(HandoverForm.ofProgram(fields, way), Optional.empty());
    return (tx, booking) -> catalogues
        .atHand()
        .compose(catalogue -> OneCar.of(booking, catalogue)
            .map(car -> handovers.told(who, car, said).with(tx, booking))
            .orElseGet(() -> succeededFuture(List.of(new Violation("no-car", Map.of())))));
  }
}
