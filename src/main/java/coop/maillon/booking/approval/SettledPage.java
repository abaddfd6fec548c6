package coop.maillon.booking.approval;

import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.web.Ask;
import java.util.Optional;

/**
 * What manage/approval-gone shows: why there is nothing to decide by this link, and where to go.
 *
 * @param about what was asked for, for those who may know
 */
record SettledPage(
    String title, String text, Optional<String> about, boolean good, Optional<String> href) {

  static SettledPage of(Ask ask, ApprovalLink.State state) {
    return new SettledPage(
        ask.words().say("approval." + state.word()),
        ask.words().say("approval." + state.word() + ".text"),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** The same to somebody who coordinates the place. */
  static SettledPage of(Ask ask, ApprovalLink.State state, BookingReads.Read read) {
    var booking = read.booking();
    var words = ask.words();
    String key = "approval." + state.word()
        + (state == ApprovalLink.State.SETTLED ? settled(booking.status()) : "");
    return new SettledPage(
        words.say(key),
        words.say(key + ".text", "name", booking.memberName()),
        Optional.of(booking.memberName()
            + " · " + ApprovalPage.what(booking, read.catalogue(), words)
            + " · " + ApprovalPage.when(booking, read.catalogue(), words)),
        booking.status() == BookingStatus.CONFIRMED,
        Optional.of("/bookings/" + booking.id()));
  }

  private static String settled(BookingStatus status) {
    return status == BookingStatus.CONFIRMED
        ? ".yes"
        : status == BookingStatus.REJECTED ? ".no" : ".other";
  }
}
