package coop.maillon.vehicle.handover;

import java.util.Optional;
import java.util.OptionalInt;

/** What a dashboard shows of a car in good order; of one that burns fuel the counter alone. */
public record Dashboard(int odometerKm, Optional<Double> socPct) {

  Handover taken() {
    return said(Handover.Way.TAKE, Optional.empty(), Optional.empty());
  }

  Handover back() {
    return said(
        Handover.Way.RETURN,
        socPct.map(percent -> Handover.Plug.PLUGGED),
        socPct.map(percent -> Handover.Cable.THERE));
  }

  private Handover said(
      Handover.Way way, Optional<Handover.Plug> plug, Optional<Handover.Cable> cable) {
    return new Handover(
        way,
        OptionalInt.of(odometerKm),
        socPct,
        plug,
        cable,
        Optional.of(Handover.Damage.NOTHING),
        Optional.of(Handover.Cleanliness.CLEAN),
        Handover.Certainty.SURE);
  }
}
