package coop.maillon.vehicle.handover;

import coop.maillon.vehicle.fleet.Decimals;
import coop.maillon.web.Fields;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads what somebody says of a car: all that the page asks for. */
record HandoverForm(Fields fields, Optional<Handover> read) {

  static final int MOST_KM = 2_000_000;

  static HandoverForm read(Fields fields, Handover.Way way, Sheet sheet) {
    fields.required("odometerKm", "damage", "cleanliness");
    boolean charges = sheet.isElectric();
    boolean isBack = way == Handover.Way.RETURN && charges;
    if (charges) {
      fields.required("socPct");
    }
    if (isBack) {
      fields.required("plug", "cable");
    }
    var said = new Handover(
        way,
        whole(fields.whole("odometerKm", 0, MOST_KM)),
        charges ? Decimals.read(fields, "socPct", 0, 100) : Optional.empty(),
        isBack ? one(fields, "plug", Handover.Plug.values()) : Optional.empty(),
        isBack ? one(fields, "cable", Handover.Cable.values()) : Optional.empty(),
        one(fields, "damage", Handover.Damage.values()),
        one(fields, "cleanliness", Handover.Cleanliness.values()),
        fields.flag("sure") ? Handover.Certainty.SURE : Handover.Certainty.ASKED);
    if (isOddCable(said)) {
      fields.problem("cable", "handover.cable.odd");
    }
    return new HandoverForm(fields, fields.complete() ? Optional.of(said) : Optional.empty());
  }

  /** What a program says, which may leave out anything. */
  static Handover ofProgram(Fields fields, Handover.Way way) {
    Optional<Handover.Plug> plug = fields.has("plugged")
        ? Optional.of(fields.flag("plugged") ? Handover.Plug.PLUGGED : Handover.Plug.OTHER)
        : Optional.empty();
    return new Handover(
        way,
        whole(fields.whole("odometerKm", 0, MOST_KM)),
        Decimals.read(fields, "socPct", 0, 100),
        way == Handover.Way.RETURN ? plug : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Handover.Certainty.SURE);
  }

  /** A cable that is there cannot be why it is not plugged in. */
  private static boolean isOddCable(Handover said) {
    return said.plug().filter(plug -> plug == Handover.Plug.CABLE_MISSING).isPresent()
        && said.cable().filter(cable -> cable == Handover.Cable.THERE).isPresent();
  }

  private static <E extends Enum<E>> Optional<E> one(Fields fields, String name, E[] all) {
    if (!fields.has(name)) {
      return Optional.empty();
    }
    String word = String.valueOf(fields.raw(name));
    var found = Stream.of(all).filter(one -> Handover.word(one).equals(word)).findFirst();
    if (found.isEmpty()) {
      fields.problem(name, "field.required");
    }
    return found;
  }

  private static OptionalInt whole(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
