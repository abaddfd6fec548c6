package coop.maillon.booking.repeat;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Once;
import coop.maillon.booking.Wish;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A repetition as somebody typed it into the booking form, in the address first and in the body once it is sent. */
record SeriesForm(Ask ask, Catalogue catalogue) {

  /** What one can choose, by the word of the form. */
  private static final Map<String, String> RULES = Map.of(
      "daily", "FREQ=DAILY",
      "weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      "weekly", "FREQ=WEEKLY",
      "fortnightly", "FREQ=WEEKLY;INTERVAL=2",
      "monthly", "FREQ=MONTHLY");

  /** What makes two sendings of one key the same wish. */
  private static final List<String> SAID = List.of(
      "resource", "date", "start", "end", "repeat", "repeat-until", "conflict", "title", "private");

  private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd'T235959'");

  String text(String name) {
    var given = ask.method().equals("POST") ? ask.form(name) : ask.query(name);
    return given.map(String::strip).orElse("");
  }

  Optional<Resource> resource() {
    return catalogue
        .resource(text("resource"))
        .filter(one -> !one.isRetired() && ask.who().maySee(one.site().id().value()));
  }

  /** The first slot; empty where day and times cannot be read. */
  Optional<TimeSlot> slot(Resource resource) {
    try {
      var day = LocalDate.parse(text("date"));
      var start = day.atTime(LocalTime.parse(text("start")));
      var end = day.atTime(LocalTime.parse(text("end")));
      var last = end.isAfter(start) ? end : end.plusDays(1);
      var zone = resource.site().zone();
      return TimeSlot.between(start.atZone(zone).toInstant(), last.atZone(zone).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The rule that was chosen, or the word of what is wrong with it. */
  Recurrence.Read rule(Resource resource, TimeSlot slot) {
    var zone = resource.site().zone();
    var start = LocalDateTime.ofInstant(slot.start(), zone);
    try {
      var until = UNTIL.format(LocalDate.parse(text("repeat-until")));
      var rule = RULES.getOrDefault(text("repeat"), "");
      return Recurrence.read(rule + ";UNTIL=" + until, start, zone);
    } catch (DateTimeException unreadable) {
      return new Recurrence.Read(Optional.empty(), "until");
    }
  }

  SeriesRequest request(Resource resource, TimeSlot slot, Recurrence rule) {
    var first = BookingRequest.of(ask.who(), Wish.any(resource), slot, details())
        .wishing(List.of(Wish.any(resource)), List.of())
        .once(once());
    var conflict = text("conflict").equals("all") || text("conflict").isEmpty()
        ? SeriesRequest.Conflict.ALL
        : SeriesRequest.Conflict.FREE;
    return new SeriesRequest(
        first, rule, conflict, instead(rule), done -> done.series().toString());
  }

  String key() {
    return text("key").isEmpty() ? UUID.randomUUID().toString() : text("key");
  }

  private Details details() {
    var title = text("title");
    return new Details(
        title.substring(0, Math.min(120, title.length())),
        text("private").isEmpty() ? Details.Privacy.SHARED : Details.Privacy.PRIVATE,
        "",
        OptionalInt.empty(),
        java.util.Set.of());
  }

  private Once once() {
    var content = Buffer.buffer(String.join("|", SAID.stream().map(this::text).toList()));
    return new Once("POST", "/series", key(), content, Booking::memberName);
  }

  /** For dates that were refused, the places chosen in their stead. */
  private Map<LocalDateTime, SeriesRequest.Instead> instead(Recurrence rule) {
    var chosen = new HashMap<LocalDateTime, SeriesRequest.Instead>();
    if (text("conflict").equals("instead")) {
      rule.dates()
          .forEach(date -> PlaceWord.read(text("instead-" + date), ask, catalogue)
              .ifPresent(place -> chosen.put(date, place)));
    }
    return chosen;
  }
}
