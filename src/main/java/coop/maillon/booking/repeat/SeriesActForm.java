package coop.maillon.booking.repeat;

import coop.maillon.booking.BookingChange;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.series.Scope;
import coop.maillon.booking.series.SeriesChange;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be done with several dates of a series: in the address first, where it can be looked at, and in the body once it
 * is sent.
 */
record SeriesActForm(Ask ask, BookingReads.Read read) {

  /** What is sent again as it came. */
  static final List<String> KEPT = List.of("act", "scope", "resource", "from", "to", "version");

  /** Where moving that booking with others can be looked at. */
  static String moving(Moving moving) {
    var slot = moving.slot();
    return "/bookings/" + moving.booking() + "/series?act=move&scope="
        + moving.scope().word()
        + "&resource=" + encoded(moving.resource().slug()) + "&from=" + slot.start() + "&to="
        + slot.end() + "&version=" + moving.version();
  }

  /**
   * Where a booking shall be, and how many dates shall follow it.
   *
   * @param version the one that was seen, may be empty
   */
  record Moving(String booking, Scope scope, Resource resource, TimeSlot slot, String version) {}

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String text(String name) {
    var given = ask.method().equals("POST") ? ask.form(name) : ask.query(name);
    return given.map(String::strip).orElse("");
  }

  Scope scope() {
    return Scope.ofWord(text("scope")).orElse(Scope.ONE);
  }

  boolean isMove() {
    return text("act").equals("move");
  }

  SeriesRequest.Conflict conflict() {
    return text("conflict").equals("free") || text("conflict").equals("instead")
        ? SeriesRequest.Conflict.FREE
        : SeriesRequest.Conflict.ALL;
  }

  /** Empty where it cannot be read. */
  Optional<SeriesChange> change() {
    return PlaceWord.slot(text("from"), text("to"))
        .flatMap(slot -> resource().map(resource -> change(slot, resource)));
  }

  private Optional<Resource> resource() {
    return read.catalogue()
        .resource(text("resource"))
        .filter(one -> !one.isRetired() && ask.who().maySee(one.site().id().value()));
  }

  private SeriesChange change(TimeSlot slot, Resource resource) {
    var change = new BookingChange(
        ask.who(),
        read.booking().id(),
        version(),
        Optional.of(slot.start()),
        Optional.of(slot.end()),
        Optional.of(resource),
        Optional.empty(),
        Optional.empty());
    return new SeriesChange(change, scope(), conflict(), instead());
  }

  private OptionalInt version() {
    return text("version").matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(text("version")))
        : OptionalInt.empty();
  }

  /** For dates that cannot be had, the places chosen in their stead: `DATE=SLUG/START/END`. */
  private Map<LocalDateTime, SeriesRequest.Instead> instead() {
    var chosen = new HashMap<LocalDateTime, SeriesRequest.Instead>();
    if (text("conflict").equals("instead")) {
      ask.formAll("instead").forEach(value -> {
        String[] parts = value.split("=", 2);
        var place = PlaceWord.read(parts[parts.length - 1], ask, read.catalogue());
        PlaceWord.date(parts[0])
            .ifPresent(date -> place.ifPresent(found -> chosen.put(date, found)));
      });
    }
    return chosen;
  }
}
