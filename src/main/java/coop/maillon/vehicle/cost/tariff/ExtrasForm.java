package coop.maillon.vehicle.cost.tariff;

import coop.maillon.resource.tariff.Extras;
import coop.maillon.web.Fields;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the parts that a tariff may have or not; what is left blank is none. */
record ExtrasForm(Fields fields) {

  private static final int LONGEST_GRACE = 240;

  Extras read() {
    return new Extras(
        night(),
        TariffForm.cents(fields, "dayCap"),
        TariffForm.cents(fields, "weekCap"),
        TariffForm.cents(fields, "noPlug"),
        late());
  }

  /** From when, until when and at what price: all of it or nothing. */
  private Optional<Extras.Night> night() {
    if (Stream.of("nightFrom", "nightTo", "nightHour").noneMatch(fields::has)) {
      return Optional.empty();
    }
    fields.required("nightFrom", "nightTo", "nightHour");
    Optional<LocalTime> from = fields.time("nightFrom");
    Optional<LocalTime> to = fields.time("nightTo");
    var cents = TariffForm.cents(fields, "nightHour");
    if (from.isPresent() && from.equals(to)) {
      fields.problem("nightTo", "tariff.night.ends");
    }
    return fields.complete()
        ? Optional.of(new Extras.Night(from.orElseThrow(), to.orElseThrow(), cents.orElseThrow()))
        : Optional.empty();
  }

  private Optional<Extras.Late> late() {
    int grace = fields.whole("grace", 0, LONGEST_GRACE).orElse(0);
    return TariffForm.cents(fields, "late").stream()
        .mapToObj(cents -> new Extras.Late(cents, grace))
        .findFirst();
  }
}
