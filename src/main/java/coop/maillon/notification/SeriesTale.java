package coop.maillon.notification;

import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.BookingFacts;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.Notice.Urgency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one act does to several dates of a series: told once to each whom any of them concerns, about those dates. */
final class SeriesTale implements Tale {

  /** What happened, by the kind of the event. */
  private static final Map<String, String> KINDS = Map.of(
      "booking.placed", "series.placed",
      "booking.moved", "series.moved",
      "booking.changed", "series.changed",
      "booking.cancelled", "series.cancelled",
      "booking.restored", "series.restored");

  /** The first event of the act names all its bookings; the others are for open pages. */
  @Override
  public boolean tells(Event event) {
    return KINDS.containsKey(event.kind()) && event.data().containsKey("bookings");
  }

  @Override
  public List<Notice> of(Event event, Facts facts, Instant now) {
    var dates = event.data().getJsonArray("bookings").stream()
        .flatMap(id -> facts.booking(((Number) id).longValue()).stream())
        .filter(date -> date.end().isAfter(now))
        .sorted(Comparator.comparing(BookingFacts::start))
        .toList();
    return dates.isEmpty() ? List.of() : new Telling(event, facts, dates).tell();
  }

  /** One event being told. */
  private record Telling(Event event, Facts facts, List<BookingFacts> dates) {

    /** One message a person: whoever takes part is not asked as well. */
    private List<Notice> tell() {
      var notices = new LinkedHashMap<MemberId, Notice>();
      Stream.of(toBooker(), toParticipants(), toCoordinators())
          .flatMap(told -> told)
          .forEach(notice -> notices.putIfAbsent(notice.to().id(), notice));
      return List.copyOf(notices.values());
    }

    private Stream<Notice> toBooker() {
      boolean own = isActor(booker());
      if (own && kind().equals("series.changed")) {
        return Stream.empty();
      }
      boolean asks = dates.stream().allMatch(BookingFacts::isPending);
      return facts
          .person(booker())
          .flatMap(to -> notice(
              to, dates, asks ? "series.pending" : kind(), own ? Urgency.RECEIPT : Urgency.NEWS))
          .stream();
    }

    private MemberId booker() {
      return dates.get(0).member();
    }

    private String kind() {
      return KINDS.getOrDefault(event.kind(), event.kind());
    }

    private Stream<Notice> toParticipants() {
      return dates.stream()
          .flatMap(date -> date.participants().stream())
          .distinct()
          .filter(id -> !id.equals(booker()) && !isActor(id))
          .flatMap(id -> facts.person(id).stream())
          .flatMap(to -> toParticipant(to).stream());
    }

    /** A change of title is news to nobody but those whom it invites. */
    private Optional<Notice> toParticipant(Recipient to) {
      boolean invites = kind().equals("series.placed") || isInvited(to.id());
      var own = those(date -> date.participants().contains(to.id()) && !date.isPending());
      return kind().equals("series.changed") && !invites
          ? Optional.empty()
          : notice(to, own, invites ? "series.invited" : kind(), Urgency.NEWS);
    }

    private boolean isInvited(MemberId participant) {
      return event.data().getJsonArray("participants", new JsonArray()).stream()
          .anyMatch(id -> id instanceof Number number && number.longValue() == participant.value());
    }

    /** At each site, those who may say yes to the dates there, whoever has duty before others. */
    private Stream<Notice> toCoordinators() {
      if (kind().equals("series.changed")) {
        return Stream.empty();
      }
      var asked = new LinkedHashMap<Recipient, List<BookingFacts>>();
      those(BookingFacts::isPending)
          .forEach(date -> facts
              .onDuty(date.siteId())
              .filter(to -> !to.id().equals(booker()) && !isActor(to.id()))
              .forEach(to -> asked.computeIfAbsent(to, one -> new ArrayList<>()).add(date)));
      return asked.entrySet().stream()
          .flatMap(
              one -> notice(one.getKey(), one.getValue(), "series.asked", Urgency.NEWS).stream());
    }

    private List<BookingFacts> those(Predicate<BookingFacts> wanted) {
      return dates.stream().filter(wanted).toList();
    }

    private boolean isActor(MemberId id) {
      return actor().filter(id::equals).isPresent();
    }

    private Optional<MemberId> actor() {
      return Optional.ofNullable(event.data().getLong("actor")).map(MemberId::new);
    }

    /** About those of the dates that they may see; none where there are none. */
    private Optional<Notice> notice(
        Recipient to, List<BookingFacts> about, String kind, Urgency urgency) {
      var seen = about.stream().filter(date -> to.maySee(date.siteId())).toList();
      return seen.isEmpty()
          ? Optional.empty()
          : Optional.of(new Notice(to.reader(), event.seq(), kind, data(to, seen), urgency));
    }

    private JsonObject data(Recipient to, List<BookingFacts> seen) {
      var first = seen.get(0);
      var last = seen.get(seen.size() - 1);
      var data = new JsonObject()
          .put("booking", first.id())
          .put("title", first.title())
          .put("what", new JsonArray().add(names(seen)))
          .put("site", first.site())
          .put("zone", first.zone())
          .put("start", first.start().toString())
          .put("end", first.end().toString())
          .put("last", last.start().toString())
          .put("count", seen.size())
          .put("pending", seen.stream().filter(BookingFacts::isPending).count())
          .put("who", facts.person(booker()).map(Recipient::shortName).orElse(""))
          .put("dates", new JsonArray(seen.stream().map(Telling::date).toList()));
      actor()
          .flatMap(facts::person)
          .filter(by -> !by.id().equals(to.id()))
          .ifPresent(by -> data.put("by", by.shortName()));
      return data;
    }

    private static String names(List<BookingFacts> seen) {
      return seen.stream()
          .map(date -> String.join(" + ", date.what()))
          .distinct()
          .collect(Collectors.joining(", "));
    }

    /** As short as it can be: there may be hundreds. */
    private static JsonArray date(BookingFacts date) {
      return new JsonArray()
          .add(date.id())
          .add(date.version())
          .add(date.start().toString())
          .add(date.end().toString())
          .add(date.status())
          .add(String.join(" + ", date.what()));
    }
  }
}
