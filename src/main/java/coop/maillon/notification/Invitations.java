package coop.maillon.notification;

import coop.maillon.calendar.Appointment;
import coop.maillon.calendar.Ics;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What the reader's calendar is to do with the booking that a mail tells of.
 *
 * @param publicUrl with which every link starts, without a slash at the end
 * @param from the sender's address
 */
record Invitations(String publicUrl, String from, Clock clock) {

  private static final String REQUEST = "REQUEST";
  private static final String CANCEL = "CANCEL";

  private static final Map<String, String> METHODS = Map.of(
      "booking.placed", REQUEST,
      "booking.approved", REQUEST,
      "booking.moved", REQUEST,
      "booking.changed", REQUEST,
      "booking.restored", REQUEST,
      "booking.invited", REQUEST,
      "booking.rejected", CANCEL,
      "booking.cancelled", CANCEL);

  /** None where the mail tells of no booking that is, or was, the reader's. */
  Optional<Mail.Appointed> of(Notice notice) {
    return Optional.ofNullable(METHODS.get(notice.kind()))
        .filter(method -> notice.data().containsKey("version"))
        .map(method -> new Mail.Appointed(
            Ics.invitation(
                appointment(notice.data(), method),
                new Ics.Post(method, from, notice.to().email(), notice.to().name()),
                clock.instant()),
            method));
  }

  private Appointment appointment(JsonObject data, String method) {
    long id = data.getLong("booking");
    var what = Wording.what(data);
    var title = data.getString("title", "");
    return new Appointment(
        Appointment.uid(id, publicUrl),
        data.getInteger("version"),
        at(data, "start"),
        at(data, "end"),
        title.isBlank() ? what : title + " · " + what,
        what + ", " + data.getString("site"),
        publicUrl + "/bookings/" + id,
        method.equals(CANCEL) ? Appointment.State.CANCELLED : Appointment.State.SURE);
  }

  private static ZonedDateTime at(JsonObject data, String name) {
    return Instant.parse(data.getString(name)).atZone(ZoneId.of(data.getString("zone")));
  }
}
