package coop.maillon.vehicle.fleet;

import coop.maillon.web.Fields;
import java.util.Optional;

/** Reads what a coordinator says a vehicle can do. */
record VehicleForm(Fields fields, Optional<Parameters> read, Memory learned) {

  /** What becomes of what its trips have told. */
  enum Memory {
    KEEP,
    FORGET
  }

  static VehicleForm read(Fields fields) {
    fields.required("usable", "consumption", "plug", "efficiency", "reserve", "margin", "winter");
    var usable = Decimals.read(fields, "usable", 1, 500);
    var consumption = Decimals.read(fields, "consumption", 1, 200);
    var plug = Decimals.read(fields, "plug", 0.5, 400);
    var efficiency = Decimals.read(fields, "efficiency", 30, 100);
    var reserve = Decimals.read(fields, "reserve", 5, 80);
    var margin = Decimals.read(fields, "margin", 0, 100);
    var winter = Decimals.read(fields, "winter", 0, 100);
    return new VehicleForm(
        fields,
        fields.complete()
            ? Optional.of(new Parameters(
                usable.orElseThrow(),
                consumption.orElseThrow(),
                plug.orElseThrow(),
                efficiency.orElseThrow() / 100,
                reserve.orElseThrow() / 100,
                1 + margin.orElseThrow() / 100,
                1 + winter.orElseThrow() / 100))
            : Optional.empty(),
        fields.has("forget") ? Memory.FORGET : Memory.KEEP);
  }
}
