package coop.maillon.vehicle.fleet;

import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what somebody read off a vehicle: from a form as of now, from a program as of when it says. */
record NotedForm(Fields fields, Optional<Noted> read, Counter counter) {

  /** Whether the counter went on since it was noted last, or was noted too high then. */
  enum Counter {
    WENT_ON,
    WAS_TOO_HIGH
  }

  private static final int MOST_KM = 2_000_000;

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  static NotedForm of(Ask ask, Fields fields, Optional<Standing> standing) {
    fields.required("socPct");
    return read(fields, Optional.of(ask.now()), standing, counter(fields));
  }

  /** Whoever puts a counter right says what it shows. */
  private static Counter counter(Fields fields) {
    if (fields.flag("corrects")) {
      fields.required("odometerKm");
      return Counter.WAS_TOO_HIGH;
    }
    return Counter.WENT_ON;
  }

  static NotedForm ofJson(Ask ask, Optional<Standing> standing) {
    Fields fields = Fields.ofJson(ask, "at", "socPct", "plugged", "odometerKm", "corrects")
        .required("at", "socPct", "plugged");
    Optional<Instant> at = fields.instant("at");
    if (at.filter(moment -> moment.isAfter(ask.now().plus(AHEAD))).isPresent()) {
      fields.problem("at", "vehicle.reading.future");
    }
    var counter = counter(fields);
    var last = standing.flatMap(Standing::noted).map(Noted::at);
    if (counter == Counter.WAS_TOO_HIGH
        && at.filter(moment -> last.filter(moment::isBefore).isPresent()).isPresent()) {
      fields.problem("at", "vehicle.reading.corrected-since");
    }
    return read(fields, at, standing, counter);
  }

  /** A counter only goes forward, unless it is put right. */
  private static NotedForm read(
      Fields fields, Optional<Instant> at, Optional<Standing> standing, Counter counter) {
    var soc = Decimals.read(fields, "socPct", 0, 100);
    boolean plugged = fields.flag("plugged");
    int least = standing
        .filter(known -> counter == Counter.WENT_ON)
        .flatMap(Standing::noted)
        .map(last -> last.odometerKm().orElse(0))
        .orElse(0);
    var km = fields.whole("odometerKm", least, MOST_KM);
    return new NotedForm(
        fields,
        fields.complete()
            ? at.flatMap(
                moment -> soc.map(percent -> new Noted(moment, percent, plugged, optional(km))))
            : Optional.empty(),
        counter);
  }

  private static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
