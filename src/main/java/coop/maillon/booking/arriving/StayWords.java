package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.Optional;

/** Words what somebody can do about being there. */
public record StayWords(Ask ask, Catalogue catalogue) {

  /** @param next where the buttons lead back to; empty: to the booking */
  public Stay of(Booking booking, Neighbours around, String next) {
    return new Stay(
        booking.id().toString(),
        next,
        come(booking, next),
        go(booking, next),
        longer(booking, around),
        late(booking),
        awaited(booking, around));
  }

  /** What begins by time is not asked for an arrival. */
  private Optional<Stay.Come> come(Booking booking, String next) {
    boolean matters = booking.course().checkInBy().isPresent()
        || ask.now().isBefore(booking.slot().start())
        || Acts.resources(booking, catalogue).stream().anyMatch(Resource::mustBeReturned);
    return matters && visible(booking).mayArrive() && Moments.isToCome(booking, ask.now())
        ? Optional.of(new Stay.Come(
            words().say("stay.come." + kind(booking)),
            booking
                .course()
                .checkInBy()
                .map(by -> words().say("stay.come.by", "time", time(by, booking))),
            page(booking, OneCar.takingOf(booking), next)))
        : Optional.empty();
  }

  private Optional<Stay.Go> go(Booking booking, String next) {
    if (!visible(booking).mayChange() || !Moments.isToGo(booking, ask.now())) {
      return Optional.empty();
    }
    String kind = kind(booking);
    return Optional.of(new Stay.Go(
        words().say("stay.go.heading." + kind),
        words().say(booking.isLateAt(ask.now()) ? "stay.go.late" : "stay.go.text." + kind),
        words().say("stay.go." + kind),
        page(booking, OneCar.returnOf(booking), next)));
  }

  private Optional<String> page(Booking booking, String path, String next) {
    return OneCar.of(booking, catalogue).map(car -> next.isEmpty() ? path : path + "?next=" + next);
  }

  private Optional<Stay.Longer> longer(Booking booking, Neighbours around) {
    if (!visible(booking).mayChange() || !Moments.isToGo(booking, ask.now())) {
      return Optional.empty();
    }
    var ends = new Ends(booking.slot(), Acts.resources(booking, catalogue), ask.now())
        .upTo(around).stream()
            .map(end -> new Stay.End(end.toString(), time(end, booking)))
            .toList();
    String text = around
        .next()
        .map(next -> words().say("stay.longer.until", "time", time(next, booking)))
        .orElseGet(() -> words().say("stay.longer.free"));
    return ends.isEmpty() ? Optional.empty() : Optional.of(new Stay.Longer(text, ends));
  }

  private Optional<String> late(Booking booking) {
    return booking.isLateAt(ask.now()) && visible(booking).seesTitle()
        ? Optional.of(words().say("stay.late", "time", time(booking.slot().end(), booking)))
        : Optional.empty();
  }

  /** Of a booking further ahead nobody knows yet. */
  private Optional<String> awaited(Booking booking, Neighbours around) {
    boolean isSoon = !ask.now().isBefore(booking.slot().start().minus(Occupied.BOUND_BEFORE));
    boolean isOpen =
        booking.course().arrived().isEmpty() && booking.statusAt(ask.now()).occupies();
    return around.before() == Neighbours.Before.LATE
            && isSoon
            && isOpen
            && visible(booking).mayChange()
        ? Optional.of("/bookings/" + booking.id() + "/equivalents")
        : Optional.empty();
  }

  private Visibility visible(Booking booking) {
    return Visibility.of(booking, ask.who(), catalogue);
  }

  private Resource first(Booking booking) {
    return catalogue.known(booking.first().resource());
  }

  private String kind(Booking booking) {
    return first(booking).kind().word();
  }

  private Words words() {
    return ask.words();
  }

  private String time(Instant instant, Booking booking) {
    return words().time(instant.atZone(first(booking).site().zone()).toLocalTime());
  }
}
