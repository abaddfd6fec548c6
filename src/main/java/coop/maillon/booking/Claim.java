package coop.maillon.booking;

import coop.maillon.db.Lock;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Approval;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Return;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be judged: these resources, all of them, for this time.
 *
 * @param actor who asks
 * @param member whose quota and habilitations count
 * @param replacing the booking whose present place is given up for it
 * @param leaving the resources of that booking
 * @param givenUp the bookings whose places count as free, {@code replacing} among them
 * @param alongside what else the same act takes for the same member
 * @param asked when it was asked; what must be exact is read again under the lock
 * @param approval always, where the member is of a group whose bookings wait for a yes: known under the lock
 */
public record Claim(
    Purpose purpose,
    Who actor,
    MemberId member,
    List<Wish> wishes,
    TimeSlot slot,
    OptionalInt distanceKm,
    Optional<Booking> replacing,
    List<Resource> leaving,
    Set<BookingId> givenUp,
    List<Beside> alongside,
    Instant asked,
    Approval approval) {

  /** What the claim is for; undoing and approving re-check less than placing. */
  public enum Purpose {
    APPROVE,
    PLACE,
    MOVE,
    HOLD,
    UNDO,
    /** Whoever stands before it takes it at once: from this minute, off the grid. */
    TAKE,
    /** A closure gives the booking another home. */
    REHOUSE,
    /** What another calendar had already: by a coordinator, the past too, no quota. */
    IMPORT
  }

  public Claim {
    wishes = List.copyOf(wishes);
    leaving = List.copyOf(leaving);
    givenUp = Set.copyOf(givenUp);
    alongside = List.copyOf(alongside);
  }

  /** Who asks for what reason; what is wished for comes next. */
  public record Asking(Purpose purpose, Who actor, MemberId member, Instant asked) {

    /** All of these for this time, giving up nothing. */
    public Claim wishing(List<Wish> wishes, TimeSlot slot) {
      return new Claim(
          purpose,
          actor,
          member,
          wishes,
          slot,
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          Set.of(),
          List.of(),
          asked,
          Approval.NEVER);
    }
  }

  public static Asking of(Purpose purpose, Who actor, MemberId member, Instant asked) {
    return new Asking(purpose, actor, member, asked);
  }

  /** @param kilometres as announced, for vehicles */
  public Claim driving(OptionalInt kilometres) {
    return changed(draft -> draft.distanceKm = kilometres);
  }

  public Claim replacing(Booking before, List<Resource> itsResources) {
    return givingUp(List.of(before.id())).changed(draft -> {
      draft.replacing = Optional.of(before);
      draft.leaving = itsResources;
    });
  }

  /** The same, in an act that gives up more than this claim's own booking. */
  public Claim givingUp(Collection<BookingId> others) {
    var free = Stream.concat(givenUp.stream(), others.stream()).collect(Collectors.toSet());
    return changed(draft -> draft.givenUp = free);
  }

  /** What else an act takes: when, and of which resources. */
  public record Beside(TimeSlot slot, List<Resource> resources) {

    public Beside {
      resources = List.copyOf(resources);
    }

    /** What that claim takes. */
    public static Beside of(Claim claim) {
      return new Beside(claim.slot(), claim.resources().toList());
    }
  }

  /** The same, in an act that takes these too. */
  public Claim alongside(List<Beside> others) {
    return changed(draft -> draft.alongside = others);
  }

  /** The same, waiting for a yes whatever its resources say. */
  public Claim asking() {
    return changed(draft -> draft.approval = Approval.ALWAYS);
  }

  /** The same, asked of other things or for another time. */
  public Claim elsewhere(List<Wish> others, TimeSlot time) {
    return changed(draft -> {
      draft.wishes = others;
      draft.slot = time;
    });
  }

  private Claim changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.claim();
  }

  /** A claim with something about to be changed: who asks, and why, stays. */
  private static final class Draft {

    private final Claim before;
    private List<Wish> wishes;
    private TimeSlot slot;
    private OptionalInt distanceKm;
    private Optional<Booking> replacing;
    private List<Resource> leaving;
    private Set<BookingId> givenUp;
    private List<Beside> alongside;
    private Approval approval;

    Draft(Claim before) {
      this.before = before;
      wishes = before.wishes;
      slot = before.slot;
      distanceKm = before.distanceKm;
      replacing = before.replacing;
      leaving = before.leaving;
      givenUp = before.givenUp;
      alongside = before.alongside;
      approval = before.approval;
    }

    Claim claim() {
      return new Claim(
          before.purpose,
          before.actor,
          before.member,
          wishes,
          slot,
          distanceKm,
          replacing,
          leaving,
          givenUp,
          alongside,
          before.asked,
          approval);
    }
  }

  public Stream<Resource> resources() {
    return wishes.stream().map(Wish::resource);
  }

  /** A coordinator of every site concerned is not bound by notice, advance, deadline, group and approval. */
  public boolean isByCoordinator() {
    return resources()
        .allMatch(resource -> actor.mayCoordinate(resource.site().id().value()));
  }

  /** A coordinator excepted, somebody has to agree first. */
  public boolean needsApproval() {
    return approval == Approval.ALWAYS
        || resources()
            .anyMatch(resource -> resource.policy().asksApproval(slot)
                && !actor.mayCoordinate(resource.site().id().value()));
  }

  /** The time it occupies of one resource, buffers included. */
  public TimeSlot spread(Resource resource) {
    return resource.policy().buffers().around(slot);
  }

  /** Until when somebody must have arrived, which is never before the booking was asked for; empty where nobody asks. */
  public Optional<Instant> expectedBy() {
    var from = asked.isAfter(slot.start()) ? asked : slot.start();
    return resources()
        .map(resource -> resource.policy().checkInMinutes())
        .filter(OptionalInt::isPresent)
        .map(minutes -> from.plusSeconds(minutes.getAsInt() * 60L))
        .min(Instant::compareTo)
        .filter(latest -> from.isBefore(slot.end()))
        .map(latest -> latest.isAfter(slot.end()) ? slot.end() : latest);
  }

  /** Whether something of it has to be brought back. */
  public Return back() {
    return resources().anyMatch(Resource::mustBeReturned) ? Return.NEEDED : Return.BY_TIME;
  }

  /** A booking that keeps its start is not judged again by when it starts. */
  public boolean keepsStart() {
    return purpose != Purpose.PLACE
        && replacing
            .filter(booking -> booking.slot().start().equals(slot.start()))
            .isPresent();
  }

  public Set<Lock> spaceLocks() {
    return Stream.concat(resources(), leaving.stream())
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
