package coop.maillon.booking.free;

import static java.util.Comparator.comparing;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to propose to somebody whose wish was refused; each proposal is bookable as things were read. */
public final class Alternatives {

  /** More than so many are not a help. */
  public static final int MOST = 4;

  private Alternatives() {}

  /**
   * The same time on a similar resource, the nearest times before and after on the same one, and a
   * shorter slot, {@value MOST} at most, in this order. Each kind has its place; further resources
   * at the same time fill up what is left.
   *
   * @param own the resource that was asked for, with what goes along
   * @param similar in order of preference, with what goes along; where one unit was asked for, the
   *     resource's other units come first as a vacancy of their own
   */
  public static List<Alternative> to(TimeSlot wanted, Vacancy own, List<Vacancy> similar) {
    var sameTime = Openings.at(wanted, similar);
    var elsewhen = elsewhen(wanted, own);
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

  private static List<Alternative> elsewhen(TimeSlot wanted, Vacancy own) {
    var found = new ArrayList<TimeSlot>();
    Stream.of(own.lastBefore(wanted), own.nextTo(wanted))
        .flatMap(Optional::stream)
        .sorted(comparing(slot -> distance(slot, wanted)))
        .forEach(found::add);
    own.partOf(wanted).ifPresent(found::add);
    return found.stream()
        .distinct()
        .filter(slot -> !slot.equals(wanted))
        .map(slot -> new Alternative(own.resource(), slot))
        .toList();
  }

  private static Duration distance(TimeSlot one, TimeSlot other) {
    return Duration.between(one.start(), other.start()).abs();
  }
}
