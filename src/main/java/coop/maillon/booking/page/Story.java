package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.page.BookingPage.Step;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to a booking and what comes, one link after the other. */
record Story(Booking booking, Resource resource, SlotWords said, Instant now) {

  List<Step> steps() {
    var status = booking.statusAt(now);
    var steps = new ArrayList<Step>();
    if (status == BookingStatus.PENDING) {
      steps.add(new Step("done", words().say("booking.show.story.asked"), ""));
      steps.add(new Step(
          "now",
          words().say("booking.show.story.waiting"),
          words().say("booking.show.story.waiting.text", "site", resource.site().name())));
    } else {
      steps.add(new Step("done", words().say("booking.show.story.booked"), ""));
    }
    switch (status) {
      case REJECTED, CANCELLED, RELEASED ->
        steps.add(new Step("now", words().say("booking.status." + status.word()), ""));
      default -> {
        arrival(status).ifPresent(steps::add);
        steps.addAll(ahead(status));
      }
    }
    return steps;
  }

  /** When somebody came, or must come by. */
  private Optional<Step> arrival(BookingStatus status) {
    var came = booking.course().arrived();
    if (came.isPresent()) {
      return came.map(
          at -> new Step("done", words().say("booking.show.story.came"), said.time(at)));
    }
    return booking
        .course()
        .checkInBy()
        .filter(by -> status == BookingStatus.CONFIRMED)
        .map(by -> new Step(
            "next",
            words().say("booking.show.story.due"),
            words().say("stay.come.by", "time", said.time(by))));
  }

  private List<Step> ahead(BookingStatus status) {
    boolean over = status == BookingStatus.COMPLETED;
    return List.of(
        new Step(
            over ? "done" : status == BookingStatus.STARTED ? "now" : "next",
            words().say(booking.isLateAt(now) ? "stay.state.late" : "booking.show.story.started"),
            said.times(booking.slot())),
        new Step(over ? "done" : "next", words().say("booking.show.story.completed"), end()));
  }

  /** When it was left, or ends. */
  private String end() {
    int after = resource.policy().buffers().after();
    String end = said.time(booking.course().left().orElse(booking.slot().end()));
    return after == 0
        ? end
        : words()
            .say("booking.show.story.after", "time", end, "minutes", words().minutes(after));
  }

  private Words words() {
    return said.words();
  }
}
