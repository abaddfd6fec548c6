package coop.maillon.booking.approval;

import coop.maillon.booking.Booking;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.Optional;

/**
 * What manage/approval-link shows: one request, to be agreed to or not.
 *
 * @param problem what came in the way of a yes, or is missing for a no
 * @param reason as it was typed
 */
record ApprovalPage(
    String title,
    String action,
    String who,
    String what,
    String when,
    String purpose,
    boolean series,
    Optional<String> problem,
    String reason) {

  static ApprovalPage of(Ask ask, BookingReads.Read read, Optional<String> problem) {
    var booking = read.booking();
    return new ApprovalPage(
        ask.words().say("approval.title"),
        ask.path(),
        booking.memberName(),
        what(booking, read.catalogue(), ask.words()),
        when(booking, read.catalogue(), ask.words()),
        booking.details().title(),
        booking.course().series().isPresent(),
        problem,
        ask.form("reason").orElse(""));
  }

  static String what(Booking booking, Catalogue catalogue, Words words) {
    return words.all(
        booking.resources().stream().map(id -> catalogue.known(id).name()).toList());
  }

  static String when(Booking booking, Catalogue catalogue, Words words) {
    var zone = catalogue.known(booking.first().resource()).site().zone();
    return words.range(booking.slot().start().atZone(zone), booking.slot().end().atZone(zone));
  }
}
