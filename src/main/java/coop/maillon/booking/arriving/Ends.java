package coop.maillon.booking.arriving;

import coop.maillon.resource.Grid;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The quarter hours until which somebody could stay, as far as hours, grid, lengths and neighbours go. What is asked for is
 * decided under the lock.
 *
 * @param slot of the booking, all of whose resources are held until the same end
 */
public record Ends(TimeSlot slot, List<Resource> resources, Instant now) {

  private static final int QUARTER = 15;
  private static final int MOST = 3;
  private static final Duration FURTHEST = Duration.ofMinutes(60);

  /** The next three that fit; where the grid is coarser than an hour, its next time. */
  public List<Instant> upTo(Neighbours around) {
    Instant from = now.isAfter(slot.end()) ? now : slot.end();
    var zone = resources.get(0).site().zone();
    var quarters = new Grid(zone, QUARTER);
    var near = Stream.iterate(quarters.after(from), quarters::after)
        .takeWhile(end -> !end.isAfter(from.plus(FURTHEST)))
        .filter(end -> resources.stream().allMatch(one -> grid(one).has(end)))
        .toList();
    return (near.isEmpty() ? Stream.of(grid(resources.get(0)).after(from)) : near.stream())
        .filter(end -> resources.stream().allMatch(one -> allows(one, end, around)))
        .limit(MOST)
        .toList();
  }

  private boolean allows(Resource resource, Instant end, Neighbours around) {
    var longer = new TimeSlot(slot.start(), end);
    var kept = end.plus(Duration.ofMinutes(resource.policy().buffers().after()));
    return resource.policy().openingHours().covers(resource.site().zone(), longer)
        && resource.policy().allowsLength(longer)
        && around.next().filter(next -> next.isBefore(kept)).isEmpty();
  }

  private static Grid grid(Resource resource) {
    return resource.policy().grid(resource.site().zone());
  }
}
