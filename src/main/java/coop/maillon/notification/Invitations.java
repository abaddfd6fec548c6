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

  /** Several appointments, each with a name of its own: a request is of one alone (RFC 5546). */
  private static final String PUBLISH = "PUBLISH";

  private static final Map<String, String> METHODS = Map.ofEntries(
      Map.entry("booking.placed", REQUEST),
      Map.entry("booking.approved", REQUEST),
      Map.entry("booking.moved", REQUEST),
      Map.entry("booking.changed", REQUEST),
      Map.entry("booking.restored", REQUEST),
      Map.entry("booking.invited", REQUEST),
      Map.entry("booking.extended", REQUEST),
      Map.entry("booking.rejected", CANCEL),
      Map.entry("booking.released", CANCEL),
      Map.entry("booking.cancelled", CANCEL),
      Map.entry("series.placed", PUBLISH),
      Map.entry("series.moved", PUBLISH),
      Map.entry("series.changed", PUBLISH),
      Map.entry("series.cancelled", PUBLISH),
      Map.entry("series.restored", PUBLISH),
      Map.entry("series.invited", PUBLISH));

  /**
   * None where the mail tells of no booking that is, or was, the reader's; none either where it cannot be written: the
   * letter goes without it, and so do those of others.
   */
  Optional<Mail.Appointed> of(Notice notice) {
    if (ClosureTale.KINDS.contains(notice.kind())) {
      return ofLines(notice);
    }
    return Optional.ofNullable(METHODS.get(notice.kind()))
        .filter(
            method -> notice.data().containsKey("version") || notice.data().containsKey("dates"))
        .flatMap(method -> written(notice, method, () -> appointments(notice.data(), method)));
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
      var text = method.equals(PUBLISH)
          ? Ics.publication(appointments.get(), from, clock.instant())
          : Ics.invitation(appointments.get(), post, clock.instant());
      return Optional.of(new Mail.Appointed(text, method));
    } catch (RuntimeException unwritable) {
      LOG.warn("message {} goes without its appointment: {}", notice.seq(), unwritable.toString());
      return Optional.empty();
    }
  }

  /** Each date as it was when the message was written: id, version, start, end, status, what. */
  private List<Appointment> appointments(JsonObject data, String method) {
    return method.equals(PUBLISH)
        ? data.getJsonArray("dates").stream()
            .map(JsonArray.class::cast)
            .map(date -> appointment(data, date))
            .toList()
        : List.of(appointment(data, method));
  }

  private Appointment appointment(JsonObject data, JsonArray date) {
    var one = new JsonObject()
        .put("zone", data.getString("zone"))
        .put("site", data.getString("site"))
        .put("title", data.getString("title"))
        .put("booking", date.getLong(0))
        .put("version", date.getInteger(1))
        .put("start", date.getString(2))
        .put("end", date.getString(3))
        .put("what", new JsonArray().add(date.getString(5)));
    return appointment(one, state(date.getString(4)));
  }

  private static Appointment.State state(String status) {
    return switch (status) {
      case "pending" -> Appointment.State.ASKED;
      case "confirmed", "started", "completed" -> Appointment.State.SURE;
      default -> Appointment.State.CANCELLED;
    };
  }

  private Appointment appointment(JsonObject data, String method) {
    return appointment(
        data, method.equals(CANCEL) ? Appointment.State.CANCELLED : Appointment.State.SURE);
  }

  private Appointment appointment(JsonObject data, Appointment.State state) {
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
        state);
  }

  private static ZonedDateTime at(JsonObject data, String name) {
    return Instant.parse(data.getString(name)).atZone(ZoneId.of(data.getString("zone")));
  }
}
