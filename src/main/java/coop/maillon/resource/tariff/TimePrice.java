package coop.maillon.resource.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What the time of a stay costs: each 24 h and each 7 days from its start are capped by themselves. Pure. */
record TimePrice(Tariff tariff, Stay stay) {

  private static final int DAY = 24 * Stay.QUARTERS_AN_HOUR;
  private static final int WEEK = 7 * DAY;

  /** Less than any price by quarters. */
  private static final double DUST = 1e-6;

  /** Hours that are billed, by day and by night. */
  private record Hours(double day, double night) {

    Hours and(Hours other) {
      return new Hours(day + other.day, night + other.night);
    }

    Hours times(double share) {
      return new Hours(day * share, night * share);
    }
  }

  /** A line for the hours, one for those of the night, and one for what the caps take off. */
  List<Tariff.Item> items() {
    Hours hours = hours(0, quarters());
    var items = new ArrayList<Tariff.Item>();
    items.add(new Tariff.Item("time", hours.day(), Math.round(hours.day() * tariff.hourCents())));
    if (hours.night() > 0) {
      items.add(new Tariff.Item("night", hours.night(), Math.round(hours.night() * nightCents())));
    }
    double capped = capped();
    if (capped < cents(hours) - DUST) {
      items.add(new Tariff.Item("cap", 1, Math.round(capped) - Tariff.total(items)));
    }
    return items;
  }

  private int quarters() {
    return Math.max(stay.usedQuarters(), stay.bookedQuarters());
  }

  private double capped() {
    double all = 0;
    for (int from = 0; from < quarters(); from += WEEK) {
      all += most(week(from, Math.min(from + WEEK, quarters())), tariff.extras().weekCap());
    }
    return most(all, tariff.capCents());
  }

  private double week(int first, int end) {
    double all = 0;
    for (int from = first; from < end; from += DAY) {
      double day = cents(hours(from, Math.min(from + DAY, end)));
      all += most(day, tariff.extras().dayCap());
    }
    return all;
  }

  private static double most(double cents, OptionalLong cap) {
    return Math.min(cents, cap.orElse(Long.MAX_VALUE));
  }

  private double cents(Hours hours) {
    return hours.day() * tariff.hourCents() + hours.night() * nightCents();
  }

  private long nightCents() {
    return tariff.extras().night().map(Extras.Night::hourCents).orElse(0L);
  }

  /** Those from one quarter until another, what was not used by its share. */
  private Hours hours(int from, int end) {
    int used = Math.min(Math.max(stay.usedQuarters(), from), end);
    return quarters(from, used)
        .and(quarters(used, end).times(tariff.unusedShare()))
        .times(1.0 / Stay.QUARTERS_AN_HOUR);
  }

  private Hours quarters(int from, int end) {
    long night = tariff.extras().night().stream()
        .flatMap(one -> IntStream.range(from, end)
            .filter(quarter -> one.covers(stay.clock(quarter)))
            .boxed())
        .count();
    return new Hours(end - from - night, night);
  }
}
