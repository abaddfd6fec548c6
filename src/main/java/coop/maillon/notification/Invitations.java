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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the reader's calendar is to do with the booking that a mail tells of.
 *
 * @param publicUrl with which every link starts, without a slash at the end
 * @param from the sender's address
 */
record Invitations(String publicUrl, String from, Clock clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
  private static final String REQUEST = "REQUEST";
  private static final String CANCEL = "CANCEL";

  private static final Map<String, String> METHODS = Map.of(
      "booking.placed", REQUEST,
      "booking.approved", REQUEST,
      "booking.moved", REQUEST,
      "booking.changed", REQUEST,
      "booking.restored", REQUEST,
      "booking.invited", REQUEST,
      "booking.extended", REQUEST,
      "booking.rejected", CANCEL,
      "booking.released", CANCEL,
      "booking.cancelled", CANCEL);

  /**
   * None where the mail tells of no booking that is, or was, the reader's; none either where it cannot be written: the
   * letter goes without it, and so do those of others.
   */
  Optional<Mail.Appointed> of(Notice notice) {
    return Optional.ofNullable(METHODS.get(notice.kind()))
        .filter(method -> notice.data().containsKey("version"))
        .flatMap(method -> written(notice, method));
  }

  private Optional<Mail.Appointed> written(Notice notice, String method) {
    var to = notice.to();
    try {
      var post = new Ics.Post(method, from, to.email(), to.name());
      var text = Ics.invitation(appointment(notice.data(), method), post, clock.instant());
      return Optional.of(new Mail.Appointed(text, method));
    } catch (RuntimeException unwritable) {
      LOG.warn("message {} goes without its appointment: {}", notice.seq(), unwritable.toString());
      return Optional.empty();
    }
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
