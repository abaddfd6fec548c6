package coop.maillon.report;

import coop.maillon.resource.TimeSlot;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Predicate;

/** What was open and what was booked of it, by the hour of the week. Immutable. */
final class Heat {

  static final Heat NONE = new Heat(new long[HourOfWeek.COUNT], new long[HourOfWeek.COUNT]);

  private final long[] open;
  private final long[] booked;

  private Heat(long[] open, long[] booked) {
    this.open = open;
    this.booked = booked;
  }

  /** Of one unit: both lists sorted and apart, what is booked lying in what is open. */
  static Heat of(HourGrid grid, List<TimeSlot> open, List<TimeSlot> booked) {
    var heat = new Heat(new long[HourOfWeek.COUNT], new long[HourOfWeek.COUNT]);
    open.forEach(stretch -> grid.add(stretch, heat.open));
    booked.forEach(stretch -> grid.add(stretch, heat.booked));
    return heat;
  }

  Heat plus(Heat other) {
    var sum = new Heat(open.clone(), booked.clone());
    for (int i = 0; i < HourOfWeek.COUNT; i++) {
      sum.open[i] += other.open[i];
      sum.booked[i] += other.booked[i];
    }
    return sum;
  }

  Share at(HourOfWeek hour) {
    return new Share(open[hour.index()], booked[hour.index()]);
  }

  Share on(DayOfWeek day) {
    return where(hour -> hour.day() == day);
  }

  /** On all days together. */
  Share at(int hourOfDay) {
    return where(hour -> hour.hour() == hourOfDay);
  }

  Share total() {
    return where(hour -> true);
  }

  private Share where(Predicate<HourOfWeek> some) {
    return HourOfWeek.ALL.stream().filter(some).map(this::at).reduce(Share.NONE, Share::plus);
  }
}
