package coop.maillon.booking.closure;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.rehouse.Choice;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program asks about a closure. */
final class ClosureAsk {

  private final Fields fields;
  private final Catalogue catalogue;
  private final Optional<TimeSlot> slot;
  private final String reason;
  private final boolean applied;
  private final List<Choice> homes;

  ClosureAsk(Ask ask, Catalogue catalogue) {
    this.catalogue = catalogue;
    fields =
        Fields.ofJson(ask, "site", "resource", "unit", "start", "end", "reason", "apply", "homes");
    slot = slot();
    reason = fields.text("reason").max(200).required();
    applied = fields.flag("apply");
    homes = homes();
    if (Stream.of("site", "resource", "unit").filter(fields::has).count() != 1) {
      fields.problem("resource", "closure.one-target");
    }
  }

  boolean isComplete() {
    return fields.complete() && slot.isPresent();
  }

  Fields fields() {
    return fields;
  }

  boolean isApplied() {
    return applied;
  }

  /** Empty where what is to close is not there. */
  Optional<ClosureWish> wish() {
    return target().map(target -> new ClosureWish(target, slot.orElseThrow(), reason).with(homes));
  }

  private Optional<TimeSlot> slot() {
    fields.required("start", "end");
    Optional<Instant> start = fields.instant("start");
    Optional<Instant> end = fields.instant("end");
    Optional<TimeSlot> read = start.flatMap(from -> end.flatMap(to -> TimeSlot.between(from, to)));
    if (start.isPresent() && end.isPresent() && read.isEmpty()) {
      fields.problem("end", "field.after", "other", "start");
    }
    if (read.filter(one -> one.isLongerThan(ClosureWish.LONGEST_DAYS)).isPresent()) {
      fields.problem("end", "field.window", "days", ClosureWish.LONGEST_DAYS);
    }
    return read;
  }

  private List<Choice> homes() {
    JsonArray asked = fields.array("homes").orElseGet(JsonArray::new);
    List<Choice> read = asked.stream().flatMap(one -> choice(one).stream()).toList();
    if (read.size() < asked.size()) {
      fields.problem("homes", "closure.homes.unreadable");
    }
    return read;
  }

  private Optional<Choice> choice(Object one) {
    if (!(one instanceof JsonObject home)) {
      return Optional.empty();
    }
    Optional<Resource> resource = catalogue.resource(text(home, "resource"));
    Optional<TimeSlot> when = slot(home);
    return BookingId.read(text(home, "booking"))
        .flatMap(booking ->
            resource.flatMap(place -> when.map(slot -> new Choice(booking, place.id(), slot))));
  }

  private static Optional<TimeSlot> slot(JsonObject home) {
    try {
      return TimeSlot.between(
          OffsetDateTime.parse(text(home, "start")).toInstant(),
          OffsetDateTime.parse(text(home, "end")).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject json, String name) {
    return String.valueOf(json.getValue(name, ""));
  }

  private Optional<Target> target() {
    if (fields.has("site")) {
      return fields.text("site").optional().flatMap(catalogue::site).map(Target::of);
    }
    return fields.has("resource")
        ? fields.text("resource").optional().flatMap(catalogue::resource).map(Target::of)
        : fields
            .text("unit")
            .optional()
            .filter(id -> id.matches("[0-9]{1,18}"))
            .flatMap(id -> catalogue.unit(new UnitId(Long.parseLong(id))))
            .map(Target::of);
  }
}
