package coop.maillon.vehicle;

import coop.maillon.vehicle.Admission.Confidence;

/**
 * What may be in a battery, where nobody knows exactly. An error never grows along a chain, so that what holds for the least and
 * for the most holds for all between them.
 */
public record Content(Reading least, Reading most) {

  public Content {
    if (least.kwh() > most.kwh()) {
      throw new IllegalArgumentException("the least is not more than the most: " + least + most);
    }
  }

  /** Read off. */
  public static Content of(Reading reading) {
    return new Content(reading, reading);
  }

  /** Never read: on the charger since a moment, it has taken something at least. */
  public static Content unknown(Battery battery, java.time.Instant since, Trip.Plug plug) {
    return new Content(new Reading(since, 0, plug), new Reading(since, battery.usableKwh(), plug));
  }

  /** How sure it is that the trip can be taken in; {@link Confidence#UNKNOWN} where it cannot. */
  public Confidence confidence(Chain chain, Trip wanted) {
    if (new Admission(chain.from(least), wanted).refusal().isEmpty()) {
      return Confidence.FIRM;
    }
    return new Admission(chain.from(most), wanted).refusal().isEmpty()
        ? Confidence.CONDITIONAL
        : Confidence.UNKNOWN;
  }
}
