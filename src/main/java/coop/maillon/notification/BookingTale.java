package coop.maillon.notification;

import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.Notice.Urgency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a booking goes through: to its booker, its participants, and whoever has to agree. */
final class BookingTale implements Tale {

  private static final Set<String> TOLD = Set.of(
      "booking.placed",
      "booking.moved",
      "booking.changed",
      "booking.cancelled",
      "booking.approved",
      "booking.rejected",
      "booking.restored",
      "booking.extended",
      "booking.released");

  /** What a closure did to several bookings of one person is told once, by itself. */
  @Override
  public boolean tells(Event event) {
    return TOLD.contains(event.kind())
        && isAlone(event.data())
        && !event.data().containsKey("closure");
  }

  /** What one act did to several dates of a series is told once too. */
  private static boolean isAlone(JsonObject data) {
    return !data.containsKey("first");
  }

  /** None about what is over, or about a booking that is no more. */
  @Override
  public List<Notice> of(Event event, Facts facts, Instant now) {
    return new Telling(event, facts, now).tell();
  }

  /** One event being told. */
  private record Telling(Event event, Facts facts, Instant now) {

    private List<Notice> tell() {
      var booking = facts.booking(event.data().getLong("booking"));
      if (booking.isEmpty() || isOver()) {
        return List.of();
      }
      var notices = new ArrayList<Notice>();
      toBooker(booking.get()).ifPresent(notices::add);
      toParticipants(booking.get()).forEach(notices::add);
      toCoordinators(booking.get()).forEach(notices::add);
      return notices;
    }

    private boolean isOver() {
      return Instant.parse(event.data().getString("end")).isBefore(now);
    }

    private Optional<Notice> toBooker(Facts.BookingFacts booking) {
      boolean own = actor().map(booking.member()::equals).orElse(false);
      if (own && event.kind().equals("booking.changed")) {
        return Optional.empty();
      }
      var urgency = own ? Urgency.RECEIPT : Urgency.NEWS;
      var kind = isPending() ? "booking.pending" : event.kind();
      return facts
          .person(booking.member())
          .filter(to -> to.maySee(booking.siteId()))
          .map(to -> notice(booking, to, kind, urgency));
    }

    private Stream<Notice> toParticipants(Facts.BookingFacts booking) {
      if (isPending()) {
        return Stream.empty();
      }
      return booking.participants().stream()
          .filter(id -> !id.equals(booking.member()) && !actor().map(id::equals).orElse(false))
          .flatMap(id -> facts.person(id).stream())
          .filter(to -> to.maySee(booking.siteId()))
          .filter(to -> concerns(to.id()))
          .map(to -> notice(booking, to, kindForParticipant(to.id()), Urgency.NEWS));
    }

    /** Whoever may approve is asked, those on duty before others. */
    private Stream<Notice> toCoordinators(Facts.BookingFacts booking) {
      if (!isPending()) {
        return Stream.empty();
      }
      return facts
          .deciders(booking.siteId(), event.data())
          .filter(to ->
              !to.id().equals(booking.member()) && !actor().map(to.id()::equals).orElse(false))
          .map(to -> notice(booking, to, "booking.asked", Urgency.NEWS));
    }

    /** A change of title is news to nobody but those whom it invites. */
    private boolean concerns(MemberId participant) {
      return !event.kind().equals("booking.changed") || isInvited(participant);
    }

    private String kindForParticipant(MemberId participant) {
      boolean begins =
          event.kind().equals("booking.placed") || event.kind().equals("booking.approved");
      return begins || isInvited(participant) ? "booking.invited" : event.kind();
    }

    private boolean isInvited(MemberId participant) {
      return event.data().getJsonArray("participants", new JsonArray()).stream()
          .anyMatch(id -> id instanceof Number number && number.longValue() == participant.value());
    }

    /** Whether it asks for approval; another title of what was asked for before asks nobody again. */
    private boolean isPending() {
      return "pending".equals(event.data().getString("status"))
          && !event.kind().equals("booking.changed");
    }

    /** As it is after the event, which names the version that it found. */
    private int version() {
      int told = event.data().getInteger("version", 1);
      return event.data().containsKey("before") ? told + 1 : told;
    }

    private Optional<MemberId> actor() {
      return Optional.ofNullable(event.data().getLong("actor")).map(MemberId::new);
    }

    private Notice notice(Facts.BookingFacts booking, Recipient to, String kind, Urgency urgency) {
      var data = new JsonObject()
          .put("booking", booking.id())
          .put("title", booking.title())
          .put("what", new JsonArray(facts.names(event.data(), Optional.of(booking))))
          .put("site", booking.site())
          .put("zone", booking.zone())
          .put("start", event.data().getString("start"))
          .put("end", event.data().getString("end"))
          .put("version", version())
          .put("who", facts.person(booking.member()).map(Recipient::shortName).orElse(""));
      actor()
          .flatMap(facts::person)
          .filter(by -> !by.id().equals(to.id()))
          .ifPresent(by -> data.put("by", by.shortName()));
      Optional.ofNullable(event.data().getString("reason"))
          .filter(reason -> !reason.isBlank())
          .ifPresent(reason -> data.put("reason", reason));
      before(booking)
          .filter(before -> differs(before, data))
          .ifPresent(before -> data.put("before", before));
      return new Notice(to.reader(), event.seq(), kind, data, urgency);
    }

    private Optional<JsonObject> before(Facts.BookingFacts booking) {
      return Optional.ofNullable(event.data().getJsonObject("before"))
          .filter(before -> before.getString("start") != null && before.getString("end") != null)
          .map(before -> new JsonObject()
              .put("start", before.getString("start"))
              .put("end", before.getString("end"))
              .put("what", new JsonArray(facts.names(before, Optional.of(booking)))));
    }

    private static boolean differs(JsonObject before, JsonObject after) {
      return before.fieldNames().stream()
          .anyMatch(name -> !before.getValue(name).equals(after.getValue(name)));
    }
  }
}
