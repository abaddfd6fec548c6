package coop.maillon.booking.api;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Once;
import coop.maillon.booking.Wish;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The body of `POST /bookings`, read step by step. */
public final class PlacingAsk {

  private static final int LONGEST_KEY = 200;
  private static final String[] NAMES = {
    "resource",
    "anyOf",
    "start",
    "end",
    "unit",
    "title",
    "private",
    "also",
    "member",
    "activity",
    "distanceKm",
    "rrule",
    "onConflict"
  };

  private final Ask ask;
  private final Catalogue catalogue;
  private final Fields fields;
  private final List<String> anyOf;
  private final List<String> also;
  private final Optional<String> unit;
  private final Optional<String> member;
  private final Optional<TimeSlot> slot;
  private final Details details;
  private Optional<Recurrence> recurrence = Optional.empty();
  private final Optional<String> rule;
  private final String onConflict;

  PlacingAsk(Ask ask, Catalogue catalogue) {
    this.ask = ask;
    this.catalogue = catalogue;
    fields = Fields.ofJson(ask, NAMES);
    anyOf = wanted(fields);
    also = fields.list("also");
    unit = fields.text("unit").optional();
    member = fields.text("member").optional();
    slot = BookingAsks.slot(fields);
    details = details(fields, Details.NONE);
    rule = fields.text("rrule").max(2000).optional();
    onConflict = fields.text("onConflict").optional().orElse("all");
  }

  Asked<BookingRequest> read() {
    noteConflict();
    noteRepeats();
    noteKey();
    if (!fields.complete()) {
      return new Asked.Refused<>(fields.refusal());
    }
    List<Wish> wishes = wishes(anyOf, unit);
    List<Wish> others = wishes(also, Optional.empty());
    boolean isAllSeen = wishes.size() == anyOf.size() && others.size() == also.size();
    recurrence = recurrence(isAllSeen ? wishes.get(0).resource().site().zone() : ZoneOffset.UTC);
    if (!isAllSeen && fields.complete()) {
      return new Asked.Refused<>(Answer.notFound());
    }
    wishes.forEach(this::noteUnit);
    return fields.complete()
        ? new Asked.Read<>(request(wishes, others))
        : new Asked.Refused<>(fields.refusal());
  }

  /** The rule that it repeats by, once it was read. */
  Optional<Recurrence> recurrence() {
    return recurrence;
  }

  SeriesRequest.Conflict conflict() {
    return onConflict.equals("free") ? SeriesRequest.Conflict.FREE : SeriesRequest.Conflict.ALL;
  }

  /** A rule that cannot be read is told before a resource that may not be seen, of whose zone nothing is known. */
  private Optional<Recurrence> recurrence(ZoneId zone) {
    return rule.flatMap(text -> slot.flatMap(time -> {
      var read = Recurrence.read(text, LocalDateTime.ofInstant(time.start(), zone), zone);
      if (!read.problem().isEmpty()) {
        fields.problem("rrule", "series.rule." + read.problem(), "max", Recurrence.MOST);
      }
      return read.recurrence();
    }));
  }

  private void noteConflict() {
    if (!onConflict.equals("all") && !onConflict.equals("free")) {
      fields.problem("onConflict", "series.on-conflict");
    }
  }

  Optional<String> member() {
    return member;
  }

  Fields fields() {
    return fields;
  }

  /** What the body says of a booking's details; what it does not say stays. */
  static Details details(Fields fields, Details present) {
    String title =
        fields.text("title").max(200).optional().orElse(fields.has("title") ? "" : present.title());
    boolean isPrivate = fields.has("private") ? fields.flag("private") : present.isPrivate();
    Optional<Integer> km = fields.whole("distanceKm", 0, 5000);
    return new Details(
        title,
        isPrivate ? Details.Privacy.PRIVATE : Details.Privacy.SHARED,
        fields.text("activity").max(100).optional().orElse(present.activity()),
        km.map(OptionalInt::of).orElse(present.distanceKm()),
        present.participants());
  }

  private BookingRequest request(List<Wish> wishes, List<Wish> others) {
    var request = BookingRequest.of(ask.who(), wishes.get(0), slot.orElseThrow(), details)
        .wishing(wishes, others);
    return ask.header("Idempotency-Key").map(key -> request.once(once(key))).orElse(request);
  }

  private Once once(String key) {
    return new Once(
        "POST",
        "/api/v1/bookings",
        key,
        hash(ask.body().encode()),
        booking -> new BookingJson(catalogue, ask.now()).of(booking, ask.who()).encode());
  }

  private void noteKey() {
    if (ask.header("Idempotency-Key")
        .filter(key -> key.isBlank() || key.length() > LONGEST_KEY)
        .isPresent()) {
      fields.problem("Idempotency-Key", "field.max", "max", LONGEST_KEY);
    }
  }

  private void noteRepeats() {
    Set<String> all = new HashSet<>(also);
    if (all.size() < also.size() || anyOf.stream().anyMatch(all::contains)) {
      fields.problem("also", "booking.also-twice");
    }
  }

  private void noteUnit(Wish wish) {
    boolean isUnknown = wish.unit()
        .filter(
            id -> wish.resource().units().stream().noneMatch(known -> known.id().equals(id)))
        .isPresent();
    if (isUnknown) {
      fields.problem("unit", "booking.no-such-unit");
    }
  }

  private List<Wish> wishes(List<String> slugs, Optional<String> wantedUnit) {
    Optional<UnitId> id = wantedUnit.map(
        text -> new UnitId(BookingId.read(text).map(BookingId::value).orElse(-1L)));
    return slugs.stream()
        .flatMap(slug -> seen(slug, catalogue, ask).stream())
        .map(resource -> new Wish(resource, id))
        .toList();
  }

  /** A resource that the asker may see and that can be booked. */
  public static Optional<Resource> seen(String slug, Catalogue catalogue, Ask ask) {
    return catalogue
        .resource(slug)
        .filter(resource ->
            !resource.isRetired() && ask.who().maySee(resource.site().id().value()));
  }

  private static List<String> wanted(Fields fields) {
    var slugs = new ArrayList<>(fields.list("anyOf"));
    fields.text("resource").optional().ifPresent(slugs::add);
    if (fields.has("anyOf") == fields.has("resource") || slugs.isEmpty()) {
      fields.problem("resource", "booking.resource-or-any");
    }
    return slugs;
  }

  private static Buffer hash(String body) {
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
