package coop.maillon.resource.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the use of something costs: shares of cost within the cooperative, without VAT, in whole euro cents. Time is billed by the
 * quarter of an hour begun.
 *
 * @param baseCents for each booking
 * @param hourCents for each hour, by quarters
 * @param tiers what a kilometre costs from which one on, the first from 0
 * @param unusedShare which share of the booked time that was not used is billed all the same, 0 to 1
 * @param capCents the most that the time of one booking costs; none where nothing caps it
 */
public record Tariff(
    long baseCents,
    long hourCents,
    List<Tier> tiers,
    double unusedShare,
    OptionalLong capCents,
    Extras extras) {

  public static final Tariff FREE = new Tariff(0, 0, List.of(), 0, OptionalLong.empty());

  /** What somebody did at the return that costs more. */
  public enum Fault {
    /** It came back off its charger without a reason. */
    UNPLUGGED,
    /** Somebody else had it from then on, and waited. */
    AWAITED
  }

  /** From that kilometre on. */
  public record Tier(int fromKm, double centsPerKm) {}

  /** One line of a bill; {@code kind} is the key of its words. */
  public record Item(String kind, double amount, long cents) {}

  public Tariff {
    tiers = List.copyOf(tiers);
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).fromKm() <= tiers.get(i - 1).fromKm()) {
        throw new IllegalArgumentException("tiers rise: " + tiers);
      }
    }
    if (unusedShare < 0 || unusedShare > 1) {
      throw new IllegalArgumentException("a share is between nothing and all: " + unusedShare);
    }
  }

  public Tariff(
      long baseCents, long hourCents, List<Tier> tiers, double unusedShare, OptionalLong capCents) {
    this(baseCents, hourCents, tiers, unusedShare, capCents, Extras.NONE);
  }

  public Tariff with(Extras other) {
    return new Tariff(baseCents, hourCents, tiers, unusedShare, capCents, other);
  }

  /** What a booking will cost that is used as long as booked, and brought back as it should be. */
  public List<Item> quote(Stay stay, int km) {
    return settle(stay, km, Set.of());
  }

  /** What it comes to. */
  public List<Item> settle(Stay stay, int km, Set<Fault> faults) {
    var items = new ArrayList<Item>();
    if (baseCents > 0) {
      items.add(new Item("base", 1, baseCents));
    }
    items.addAll(new TimePrice(this, stay).items());
    for (int i = 0; i < tiers.size(); i++) {
      int to = i + 1 < tiers.size() ? tiers.get(i + 1).fromKm() : Integer.MAX_VALUE;
      int within = Math.min(km, to) - tiers.get(i).fromKm();
      if (within > 0) {
        items.add(new Item("km", within, Math.round(within * tiers.get(i).centsPerKm())));
      }
    }
    items.addAll(fees(stay, faults));
    return items;
  }

  private List<Item> fees(Stay stay, Set<Fault> faults) {
    var items = new ArrayList<Item>();
    if (faults.contains(Fault.UNPLUGGED)) {
      extras.noPlug().ifPresent(cents -> items.add(new Item("no-plug", 1, cents)));
    }
    if (faults.contains(Fault.AWAITED)) {
      extras
          .late()
          .filter(late -> stay.lateMinutes() > late.graceMinutes())
          .ifPresent(late -> items.add(new Item("late", stay.lateMinutes(), late.cents())));
    }
    return items;
  }

  public static long total(List<Item> items) {
    return items.stream().mapToLong(Item::cents).sum();
  }
}
