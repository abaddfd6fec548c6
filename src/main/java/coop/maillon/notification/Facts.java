package coop.maillon.notification;

import coop.maillon.member.MemberId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is so at the moment of telling.
 *
 * @param bookings that events are about, by id
 * @param resources names of the resources that events name, by id
 * @param posts that events are about, by id
 * @param sites those of the bookings and those that events name, by id
 * @param known the people concerned, by id
 */
record Facts(
    Map<Long, BookingFacts> bookings,
    Map<Long, String> resources,
    Map<Long, PostFacts> posts,
    Map<Long, SiteFacts> sites,
    Map<MemberId, Recipient> known) {

  static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * A site.
   *
   * @param duty who answers for it this week, and who if they cannot
   */
  record SiteFacts(long id, String zone, Set<MemberId> duty) {}

  /**
   * A post on the board as it is at the moment of telling.
   *
   * @param lastDay on which others see it
   */
  record PostFacts(long id, MemberId author, String title, LocalDate lastDay) {}

  /**
   * A booking as it is at the moment of telling.
   *
   * @param what the names of its resources, the one asked for first
   * @param status as it is kept
   */
  record BookingFacts(
      long id,
      MemberId member,
      String title,
      Set<MemberId> participants,
      List<String> what,
      Where where,
      Span span,
      String status,
      int version) {

    /** The site of the resource asked for first, and the zone in which times are told. */
    record Where(long id, String name, String zone) {}

    /** When it is. */
    record Span(Instant start, Instant end) {}

    long siteId() {
      return where.id();
    }

    String site() {
      return where.name();
    }

    String zone() {
      return where.zone();
    }

    Instant start() {
      return span.start();
    }

    Instant end() {
      return span.end();
    }

    boolean isPending() {
      return status.equals("pending");
    }
  }

  /** Somebody who may be told: what is needed to decide it at this moment, and to reach them. */
  record Recipient(
      Notice.Reader reader,
      boolean present,
      boolean administrator,
      boolean guest,
      Set<Long> coordinates,
      Set<Long> guestSites) {

    MemberId id() {
      return reader.id();
    }

    String shortName() {
      return reader.shortName();
    }

    /** Whether they may read about a booking on that site: they are still in, and a guest may still see the site. */
    boolean maySee(long siteId) {
      return present && (!guest || guestSites.contains(siteId));
    }

    boolean coordinates(long siteId) {
      return present && coordinates.contains(siteId);
    }
  }

  Optional<BookingFacts> booking(Long id) {
    return Optional.ofNullable(id).map(bookings::get);
  }

  Optional<PostFacts> post(Long id) {
    return Optional.ofNullable(id).map(posts::get);
  }

  Optional<Recipient> person(MemberId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Where a site has none, the administrators. */
  Stream<Recipient> coordinators(long site) {
    return someOr(person -> person.coordinates(site), () -> those(Recipient::administrator));
  }

  /**
   * Who may say yes to what asks something of these sites: of those on duty at the first, else of its coordinators, else the
   * administrators.
   */
  Stream<Recipient> deciders(long first, JsonObject data) {
    var sites = data.getJsonArray("sites", new JsonArray()).stream()
        .map(id -> ((Number) id).longValue())
        .toList();
    Predicate<Recipient> able =
        person -> person.administrator() || sites.stream().allMatch(person::coordinates);
    return Stream.of(onDuty(first), coordinators(first), those(Recipient::administrator))
        .map(some -> some.filter(able).toList())
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream();
  }

  /** Where nobody has duty, the coordinators. */
  Stream<Recipient> onDuty(long site) {
    var duty = Optional.ofNullable(sites.get(site)).map(SiteFacts::duty).orElse(Set.of());
    return someOr(person -> duty.contains(person.id()), () -> coordinators(site));
  }

  /** The names of an event's resources, or of its booking's where it names none. */
  List<String> names(JsonObject data, Optional<BookingFacts> booking) {
    var named = data.getJsonArray("resources", new JsonArray()).stream()
        .flatMap(id -> Stream.ofNullable(resources.get(((Number) id).longValue())))
        .toList();
    return named.isEmpty() ? booking.map(BookingFacts::what).orElse(List.of()) : named;
  }

  /** In which an event's times are told. */
  String zone(JsonObject data, Optional<BookingFacts> booking) {
    return booking
        .map(BookingFacts::zone)
        .or(() -> data.getJsonArray("sites", new JsonArray()).stream()
            .flatMap(id -> Stream.ofNullable(sites.get(((Number) id).longValue())))
            .map(SiteFacts::zone)
            .findFirst())
        .orElse("Europe/Paris");
  }

  private Stream<Recipient> someOr(
      Predicate<Recipient> wanted, Supplier<Stream<Recipient>> others) {
    var found = those(wanted).toList();
    return found.isEmpty() ? others.get() : found.stream();
  }

  private Stream<Recipient> those(Predicate<Recipient> wanted) {
    return known.values().stream().filter(Recipient::present).filter(wanted);
  }
}
