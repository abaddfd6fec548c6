package coop.maillon.booking.free;

import static java.util.Comparator.comparing;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What to propose to somebody whose wish was refused; each proposal is bookable as things were read. */
public final class Alternatives {

  /** More than so many are not a help. */
  public static final int MOST = 4;

  /** How many days on either side another time is looked for. */
  private static final int DAYS = 7;

  private static final int STEP_MINUTES = 15;

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private Alternatives() {}

  /**
   * The same time on a similar resource, the nearest times before and after on the same one, and a
   * shorter slot, {@value MOST} at most, in this order. Each kind has its place; further resources
   * at the same time fill up what is left.
   *
   * @param own the resource that was asked for, with what goes along
   * @param similar in order of preference, with what goes along; where one unit was asked for, the
   *     resource's other units come first as a vacancy of their own
   * @param passes whether the rules that lie elsewhere, a quota say, would let it be booked too
   */
  public static List<Alternative> to(
      TimeSlot wanted, Vacancy own, List<Vacancy> similar, Predicate<Alternative> passes) {
    var sameTime = Openings.at(wanted, similar).stream().filter(passes).toList();
    var elsewhen =
        elsewhen(wanted, own, slot -> passes.test(new Alternative(own.resource(), slot)));
    var room = Math.max(1, MOST - elsewhen.size());
    return Stream.concat(sameTime.stream().limit(room), elsewhen.stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /**
   * The resources that could stand in for one: in service, of the same kind and site, holding at
   * least as many; those of the nearest capacity first, then in the order of the site.
   */
  public static List<Resource> similarTo(Resource asked, Collection<Resource> all) {
    return all.stream()
        .filter(other -> !other.isRetired() && !other.id().equals(asked.id()))
        .filter(other -> other.kind() == asked.kind()
            && other.site().id().equals(asked.site().id()))
        .filter(other -> other.capacity() >= asked.capacity())
        .sorted(comparing(Resource::capacity))
        .toList();
  }

  private static List<Alternative> elsewhen(
      TimeSlot wanted, Vacancy own, Predicate<TimeSlot> passes) {
    var found = new ArrayList<TimeSlot>();
    Stream.of(
            nearest(day -> near(own::lastBefore, own.daysLater(wanted, -day), day), passes),
            later(wanted, own, passes)
                .or(() ->
                    nearest(day -> near(own::nextTo, own.daysLater(wanted, day), day), passes)))
        .flatMap(Optional::stream)
        .sorted(comparing(slot -> distance(slot, wanted)))
        .forEach(found::add);
    own.partOf(wanted, passes).ifPresent(found::add);
    return found.stream()
        .distinct()
        .filter(slot -> !slot.equals(wanted))
        .map(slot -> new Alternative(own.resource(), slot))
        .toList();
  }

  /** A quarter of an hour more may be enough: what is charged meanwhile, say. */
  private static Optional<TimeSlot> later(
      TimeSlot wanted, Vacancy own, Predicate<TimeSlot> passes) {
    return Stream.iterate(wanted, slot -> slot.spread(-STEP_MINUTES, STEP_MINUTES))
        .limit(HALF_A_DAY.toMinutes() / STEP_MINUTES)
        .flatMap(slot -> own.nextTo(slot).stream())
        .filter(slot -> distance(slot, wanted).compareTo(HALF_A_DAY) < 0)
        .distinct()
        .filter(passes)
        .findFirst();
  }

  /** The first that passes, looking from one day to the next: a quota, say, may leave something only then. */
  private static Optional<TimeSlot> nearest(
      IntFunction<Optional<TimeSlot>> onDay, Predicate<TimeSlot> passes) {
    return IntStream.range(0, DAYS)
        .mapToObj(onDay)
        .flatMap(Optional::stream)
        .filter(passes)
        .findFirst();
  }

  /** Around the same hour of that day, but on the first, where any later or earlier time will do. */
  private static Optional<TimeSlot> near(
      Function<TimeSlot, Optional<TimeSlot>> look, TimeSlot wanted, int day) {
    return look.apply(wanted)
        .filter(slot -> day == 0 || distance(slot, wanted).compareTo(HALF_A_DAY) < 0);
  }

  private static Duration distance(TimeSlot one, TimeSlot other) {
    return Duration.between(one.start(), other.start()).abs();
  }
}
