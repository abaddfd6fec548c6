package coop.maillon.booking.bill;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.Tariff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the use of one resource of a booking came to.
 *
 * @param carbon what the trip emitted and spared; empty of what does not drive by electricity
 * @param corrections what was put right since, the oldest first
 */
public record Bill(
    ResourceId resource,
    Usage usage,
    List<Tariff.Item> items,
    Optional<Carbon> carbon,
    List<Correction> corrections) {

  public Bill {
    items = List.copyOf(items);
    corrections = List.copyOf(corrections);
  }

  /**
   * How much of it was used.
   *
   * @param km empty where nobody knows, and where nothing is driven
   * @param reading whether a counter was read, or what was announced counts
   */
  public record Usage(int bookedMinutes, int usedMinutes, OptionalInt km, Reading reading) {}

  /** Whence kilometres are known. */
  public enum Reading {
    READ,
    ANNOUNCED
  }

  /**
   * What a trip emits, in kg, and what the reference car would have.
   *
   * @param kwh out of the battery
   */
  public record Carbon(double kwh, double emittedKg, double referenceKg, Factors factors) {

    /**
     * By whose numbers.
     *
     * @param electricity whence the first is known, and {@code reference} the second
     */
    public record Factors(
        double electricityGPerKwh,
        String electricity,
        double referenceGPerKm,
        String reference,
        LocalDate dated) {}

    public double avoidedKg() {
      return referenceKg - emittedKg;
    }
  }

  /** So much more, or less than zero for less. */
  public record Correction(long cents, String reason, String by) {}

  public long cents() {
    return Tariff.total(items)
        + corrections.stream().mapToLong(Correction::cents).sum();
  }
}
