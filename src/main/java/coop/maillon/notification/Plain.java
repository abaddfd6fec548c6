package coop.maillon.notification;

import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.Notice.Urgency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is told in one line: an event of that kind, with which icon, to whom, and where its link leads. Its words are
 * `notification.KIND.title`, with the gaps what, when, who, name, place, until, reason and count, `notification.KIND.text` with
 * the same where it says more, and `notification.KIND.see` on the link in the mail. A link's {gap} is filled from the
 * event's data.
 */
enum Plain implements Tale {
  // Rules.
  HABILITATION_GIVEN(
      "habilitation.given", "shield", Whom.MEMBER, "/me/habilitations", Urgency.NEWS),
  HABILITATION_WITHDRAWN(
      "habilitation.withdrawn", "shield", Whom.MEMBER, "/me/habilitations", Urgency.NEWS),
  HABILITATION_EXPIRING(
      "habilitation.expiring", "shield", Whom.MEMBER, "/me/habilitations", Urgency.NEWS),
  HABILITATION_ENDING(
      "habilitation.ending", "shield", Whom.COORDINATORS, "/manage/habilitations", Urgency.NEWS),

  // Use.
  REMINDER_DUE("reminder.due", "clock", Whom.MEMBER, "/bookings/{booking}", Urgency.NEWS),
  WAITING_OFFERED("waiting.offered", "clock", Whom.MEMBER, "/waiting", Urgency.NEWS),

  BOOKING_OVERDUE("booking.overdue", "alert", Whom.MEMBER, "/bookings/{booking}", Urgency.NEWS),
  BOOKING_DELAYED(
      "booking.delayed", "alert", Whom.MEMBER, "/bookings/{booking}/equivalents", Urgency.NEWS),

  // Vehicles.
  VEHICLE_BROKEN(
      "vehicle.broken", "alert", Whom.MEMBER, "/bookings/{booking}/charge", Urgency.NEWS),
  VEHICLE_TIGHT("vehicle.tight", "alert", Whom.MEMBER, "/bookings/{booking}/charge", Urgency.NEWS),
  VEHICLE_GIVEN("vehicle.given", "check", Whom.MEMBER, "/bookings/{booking}", Urgency.NEWS),
  VEHICLE_FINE("vehicle.fine", "check", Whom.MEMBER, "/bookings/{booking}", Urgency.NEWS),
  VEHICLE_SHORT("vehicle.short", "alert", Whom.ON_DUTY, "/manage/vehicles/{slug}", Urgency.NEWS),
  VEHICLE_UNPLUGGED(
      "vehicle.unplugged", "alert", Whom.ON_DUTY, "/manage/vehicles/{slug}", Urgency.NEWS),

  COST_CORRECTED("cost.corrected", "info", Whom.MEMBER, "/bookings/{booking}", Urgency.NEWS),
  DAMAGE_REPORTED(
      "damage.reported", "alert", Whom.ON_DUTY, "/manage/vehicles/{slug}/damage", Urgency.NEWS),
  DAMAGE_CLOSED(
      "damage.closed", "lock", Whom.ON_DUTY, "/manage/vehicles/{slug}/damage", Urgency.NEWS),
  DAMAGE_RENEWED(
      "damage.renewed", "lock", Whom.ON_DUTY, "/manage/vehicles/{slug}/damage", Urgency.NEWS),
  DAMAGE_UNCLOSED(
      "damage.unclosed", "alert", Whom.ON_DUTY, "/manage/vehicles/{slug}/damage", Urgency.NEWS),
  DAMAGE_MENDED("damage.mended", "check", Whom.MEMBER, "/vehicles/{slug}/damage", Urgency.NEWS),

  // Care.
  CLOSURE_UNDONE("closure.undone", "undo", Whom.MEMBERS, "/bookings", Urgency.NEWS),
  CLOSURE_REOPENED("closure.reopened", "check", Whom.MEMBERS, "/bookings", Urgency.NEWS),
  CLOSURE_SHORTENED("closure.shortened", "check", Whom.MEMBERS, "/bookings", Urgency.NEWS),
  PROBLEM_SIGNALLED("problem.signalled", "alert", Whom.ON_DUTY, "/manage/problems", Urgency.NEWS),
  PROBLEM_OVERDUE("problem.overdue", "alert", Whom.ON_DUTY, "/manage/problems", Urgency.NEWS),
  PROBLEM_CLOSED("problem.closed", "check", Whom.MEMBER, "/resources/{slug}", Urgency.NEWS),

  // Outside.
  FEED_MADE("feed.made", "calendar", Whom.MEMBER, "/me/calendars", Urgency.RECEIPT);

  /** What an event's data may hand on to whoever is told: the rest are numbers of people and rows. */
  private static final List<String> TOLD = List.of(
      "booking", "start", "end", "until", "reason", "count", "name", "outcome", "closure",
      "problem", "series", "waiting", "lines", "percent", "km", "plug", "place");

  private final String kind;
  private final String icon;
  private final Whom whom;
  private final String link;
  private final Urgency urgency;

  Plain(String kind, String icon, Whom whom, String link, Urgency urgency) {
    this.kind = kind;
    this.icon = icon;
    this.whom = whom;
    this.link = link;
    this.urgency = urgency;
  }

  /** Who is told. Nobody is told their own act, a receipt excepted. */
  enum Whom {
    /** The event's `member`. */
    MEMBER,
    /** Each of the event's `members`. */
    MEMBERS,
    /** Coordinators of the event's `sites`; where one has none, the administrators. */
    COORDINATORS,
    /** Who has duty this week at the event's `sites`; where nobody has, its coordinators. */
    ON_DUTY;

    Stream<Recipient> of(JsonObject data, Facts facts) {
      return switch (this) {
        case MEMBER -> Stream.ofNullable(data.getLong("member")).flatMap(id -> person(id, facts));
        case MEMBERS -> numbers(data, "members").flatMap(id -> person(id, facts));
        case COORDINATORS -> numbers(data, "sites").flatMap(facts::coordinators).distinct();
        case ON_DUTY -> numbers(data, "sites").flatMap(facts::onDuty).distinct();
      };
    }

    private static Stream<Recipient> person(long id, Facts facts) {
      return facts.person(new MemberId(id)).filter(Recipient::present).stream();
    }

    private static Stream<Long> numbers(JsonObject data, String name) {
      return data.getJsonArray(name, new JsonArray()).stream()
          .map(id -> ((Number) id).longValue())
          .distinct();
    }
  }

  /** Beside the messages of that kind; none where the kind is told by another tale. */
  static Optional<String> iconOf(String kind) {
    return Stream.of(values())
        .filter(one -> one.kind.equals(kind))
        .map(one -> one.icon)
        .findFirst();
  }

  @Override
  public boolean tells(Event event) {
    return event.kind().equals(kind);
  }

  @Override
  public List<Notice> of(Event event, Facts facts, Instant now) {
    var data = event.data();
    var actor = Optional.ofNullable(data.getLong("actor")).map(MemberId::new);
    return whom.of(data, facts)
        .filter(
            to -> urgency == Urgency.RECEIPT || !actor.filter(to.id()::equals).isPresent())
        .map(to -> new Notice(to.reader(), event.seq(), kind, told(data, facts, to), urgency))
        .toList();
  }

  private JsonObject told(JsonObject data, Facts facts, Recipient to) {
    var told = new JsonObject().put("link", linkOf(data));
    TOLD.stream().filter(data::containsKey).forEach(name -> told.put(name, data.getValue(name)));
    var booking = facts.booking(data.getLong("booking"));
    told.put("what", new JsonArray(facts.names(data, booking)));
    told.put("zone", facts.zone(data, booking));
    name(data, "member", facts).ifPresent(who -> told.put("who", who));
    name(data, "actor", facts)
        .filter(by -> !Objects.equals(data.getLong("actor"), to.id().value()))
        .ifPresent(by -> told.put("by", by));
    return told;
  }

  private static Optional<String> name(JsonObject data, String role, Facts facts) {
    return Optional.ofNullable(data.getLong(role))
        .map(MemberId::new)
        .flatMap(facts::person)
        .map(Recipient::shortName);
  }

  private String linkOf(JsonObject data) {
    var filled = link;
    for (String name : data.fieldNames()) {
      filled = filled.replace("{" + name + "}", String.valueOf(data.getValue(name)));
    }
    return filled;
  }
}
