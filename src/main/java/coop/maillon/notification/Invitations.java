package coop.maillon.notification;

import coop.maillon.calendar.Appointment;
import coop.maillon.calendar.Ics;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    if (ClosureTale.KINDS.contains(notice.kind())) {
      return ofLines(notice);
    }
    return Optional.ofNullable(METHODS.get(notice.kind()))
        .filter(method -> notice.data().containsKey("version"))
        .flatMap(method ->
            written(notice, method, () -> List.of(appointment(notice.data(), method))));
  }

  /** Of several bookings: to be entered anew where some are elsewhere now, to be struck out where none is. */
  private Optional<Mail.Appointed> ofLines(Notice notice) {
    var lines = notice.data().getJsonArray("lines", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.containsKey("version"))
        .toList();
    boolean isAnySure = lines.stream().anyMatch(line -> line.containsKey("after"));
    return lines.isEmpty()
        ? Optional.empty()
        : written(
            notice,
            isAnySure ? REQUEST : CANCEL,
            () -> lines.stream().map(line -> ofLine(line, notice.data())).toList());
  }

  private Appointment ofLine(JsonObject line, JsonObject data) {
    var now = line.getJsonObject("after", line.getJsonObject("before"));
    var one = now.copy()
        .put("booking", line.getLong("booking"))
        .put("version", line.getInteger("version"))
        .put("title", line.getString("title", ""))
        .put("site", line.getString("site", ""))
        .put("zone", data.getString("zone"));
    return appointment(one, line.containsKey("after") ? REQUEST : CANCEL);
  }

  private Optional<Mail.Appointed> written(
      Notice notice, String method, Supplier<List<Appointment>> appointments) {
    var to = notice.to();
    try {
      var post = new Ics.Post(method, from, to.email(), to.name());
      var text = Ics.invitation(appointments.get(), post, clock.instant());
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
