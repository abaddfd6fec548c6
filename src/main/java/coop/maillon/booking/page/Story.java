package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.page.BookingPage.Step;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to a booking and what comes, one link after the other. */
record Story(Booking booking, Resource resource, Words words, Instant now) {

  List<Step> steps() {
    var status = booking.statusAt(now);
    var steps = new ArrayList<Step>();
    if (status == BookingStatus.PENDING) {
      steps.add(new Step("done", words.say("booking.show.story.asked"), ""));
      steps.add(new Step(
          "now",
          words.say("booking.show.story.waiting"),
          words.say("booking.show.story.waiting.text", "site", resource.site().name())));
    } else {
      steps.add(new Step("done", words.say("booking.show.story.booked"), ""));
    }
    switch (status) {
      case REJECTED, CANCELLED, RELEASED ->
        steps.add(new Step("now", words.say("booking.status." + status.word()), ""));
      default -> steps.addAll(ahead(status));
    }
    return steps;
  }

  private List<Step> ahead(BookingStatus status) {
    var said = new SlotWords(words, resource.site().zone());
    boolean over = status == BookingStatus.COMPLETED;
    int after = resource.policy().buffers().after();
    String end = said.time(booking.slot().end());
    return List.of(
        new Step(
            over ? "done" : status == BookingStatus.STARTED ? "now" : "next",
            words.say("booking.show.story.started"),
            said.times(booking.slot())),
        new Step(
            over ? "done" : "next",
            words.say("booking.show.story.completed"),
            after == 0
                ? end
                : words.say(
                    "booking.show.story.after", "time", end, "minutes", words.minutes(after))));
  }
}
