package coop.maillon.resource.tariff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

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
    long baseCents, long hourCents, List<Tier> tiers, double unusedShare, OptionalLong capCents) {

  private static final int QUARTER = 15;

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

  /** What a booking will cost that is used as long as booked. */
  public List<Item> quote(Duration booked, int km) {
    return settle(booked, booked, km);
  }

  /**
   * What it comes to.
   *
   * @param used of the time booked, or longer
   */
  public List<Item> settle(Duration booked, Duration used, int km) {
    var items = new ArrayList<Item>();
    if (baseCents > 0) {
      items.add(new Item("base", 1, baseCents));
    }
    double hours = hours(used) + unusedShare * Math.max(0, hours(booked) - hours(used));
    long time = Math.min(Math.round(hours * hourCents), capCents.orElse(Long.MAX_VALUE));
    items.add(new Item("time", hours, time));
    for (int i = 0; i < tiers.size(); i++) {
      int to = i + 1 < tiers.size() ? tiers.get(i + 1).fromKm() : Integer.MAX_VALUE;
      int within = Math.min(km, to) - tiers.get(i).fromKm();
      if (within > 0) {
        items.add(new Item("km", within, Math.round(within * tiers.get(i).centsPerKm())));
      }
    }
    return items;
  }

  public static long total(List<Item> items) {
    return items.stream().mapToLong(Item::cents).sum();
  }

  private static double hours(Duration length) {
    return Math.ceil(length.toSeconds() / 60.0 / QUARTER) * QUARTER / 60;
  }
}
