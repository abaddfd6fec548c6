package coop.maillon.vehicle.handover;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody says of a car when they take it or bring it back; a program may say less of it than a person.
 *
 * @param socPct how full its battery is, in percent of what can be used; nothing where it is not known by its charge
 * @param plug only of a return
 */
record Handover(
    Way way,
    OptionalInt odometerKm,
    Optional<Double> socPct,
    Optional<Plug> plug,
    Optional<Cable> cable,
    Optional<Damage> damage,
    Optional<Cleanliness> cleanliness,
    Certainty certainty) {

  /** Which way it goes. */
  enum Way {
    TAKE,
    RETURN
  }

  /** On its charger with the light on, or why not. */
  enum Plug {
    PLUGGED,
    CHARGER_BROKEN,
    PLACE_TAKEN,
    CABLE_MISSING,
    OTHER
  }

  /** Whether the cable is in the car or on the charger. */
  enum Cable {
    THERE,
    MISSING
  }

  /** Whether there is damage that nobody signalled yet. */
  enum Damage {
    NOTHING,
    SOMETHING
  }

  /** How it looks inside. */
  enum Cleanliness {
    CLEAN,
    FAIR,
    DIRTY
  }

  /** Whether what cannot quite be believed was looked at twice. */
  enum Certainty {
    ASKED,
    SURE
  }

  boolean isPlugged() {
    return plug.filter(one -> one == Plug.PLUGGED).isPresent();
  }

  boolean isReturn() {
    return way == Way.RETURN;
  }

  /** As tables and forms have it: {@code charger-broken}. */
  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
