package coop.maillon.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** What the cast does by program on one Tuesday after the other, each act told to everybody before it returns. */
public final class Tuesdays {

  private final Coop coop;
  private int week;

  /** Begins with next Tuesday. */
  public Tuesdays(Coop coop) {
    this.coop = coop;
  }

  /** From here on, the Tuesday after. */
  public void next() {
    week++;
  }

  /** A time of that Tuesday in Paris, as RFC 3339. */
  public String at(String time) {
    var date = LocalDate.ofInstant(coop.clock().instant(), ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
        .plusWeeks(week);
    return date.atTime(LocalTime.parse(time))
        .atZone(ZoneId.of("Europe/Paris"))
        .toOffsetDateTime()
        .toString();
  }

  /** From nine to ten. */
  public JsonObject wish(String resource) {
    return new JsonObject()
        .put("resource", resource)
        .put("start", at("09:00"))
        .put("end", at("10:00"));
  }

  /** Books it from nine to ten; the number of the booking. */
  public String book(String who, String resource) {
    var booking = coop.booked(who, wish(resource));
    coop.everythingIsTold();
    return booking;
  }

  public void cancel(String who, String booking) {
    act(who, booking, "cancellation", new JsonObject());
  }

  /** One of the acts on a booking that answer 200. */
  public void act(String who, String booking, String act, JsonObject body) {
    var answer = coop.as(who).post("/api/v1/bookings/" + booking + "/" + act, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    coop.everythingIsTold();
  }

  /** How many messages that member has not read. */
  public int unread(String who) {
    return new JsonObject(coop.as(who).get("/api/v1/me").body()).getInteger("unread");
  }
}
