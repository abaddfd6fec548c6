package coop.maillon.booking.closure;

import coop.maillon.booking.Booking;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a closure tells each whom it touches, once for all their bookings: ids and times only. */
public final class ClosureLetters {

  private ClosureLetters() {}

  /** For each member their `lines` `[{booking, version, before, after|null}]`, each place `{resource, start, end}`. */
  static Map<MemberId, JsonObject> of(Evacuation plan, List<Left> left) {
    var before = left.stream().collect(Collectors.toMap(Left::booking, Function.identity()));
    var lines = new LinkedHashMap<MemberId, JsonArray>();
    for (Booking booking : plan.touched()) {
      var taken = Optional.ofNullable(before.get(booking.id()));
      TimeSlot was = taken.map(one -> one.undo().slot()).orElse(booking.slot());
      JsonObject line = line(booking, was, plan);
      taken.ifPresent(one -> line.put("version", one.version()));
      readers(booking)
          .forEach(
              member -> lines.computeIfAbsent(member, first -> new JsonArray()).add(line));
    }
    return letters(lines);
  }

  /** A booking as it is now, and what a closure took from it. */
  public record Taken(Booking now, Left left) {}

  /** The same of several closures, told afterwards: where each booking is by then. */
  public static Map<MemberId, JsonObject> afterwards(List<Taken> all) {
    var lines = new LinkedHashMap<MemberId, JsonArray>();
    for (Taken one : all) {
      var undo = one.left().undo();
      var line = new JsonObject()
          .put("booking", one.now().id().value())
          .put("before", place(undo.booked().get(0).resource(), undo.slot()))
          .put("version", one.now().version())
          .put("after", present(one.now()).orElse(null));
      readers(one.now())
          .forEach(
              member -> lines.computeIfAbsent(member, first -> new JsonArray()).add(line));
    }
    return letters(lines);
  }

  private static Optional<JsonObject> present(Booking booking) {
    return booking.status().occupies()
        ? Optional.of(place(booking.first().resource(), booking.slot()))
        : Optional.empty();
  }

  private static Map<MemberId, JsonObject> letters(Map<MemberId, JsonArray> lines) {
    var letters = new LinkedHashMap<MemberId, JsonObject>();
    lines.forEach((member, own) ->
        letters.put(member, new JsonObject().put("lines", own).put("homes", resources(own))));
    return letters;
  }

  private static JsonArray resources(JsonArray lines) {
    var ids = new JsonArray();
    for (Object one : lines) {
      var line = (JsonObject) one;
      Stream.of("before", "after")
          .flatMap(name -> Stream.ofNullable(line.getJsonObject(name)))
          .forEach(place -> ids.add(place.getLong("resource")));
    }
    return ids;
  }

  /** All whom it touches. */
  static Set<MemberId> readers(Evacuation plan) {
    return plan.touched().stream()
        .flatMap(booking -> readers(booking).stream())
        .collect(Collectors.toSet());
  }

  /** Who has it in their bookings. */
  static List<MemberId> readers(Booking booking) {
    var readers = new ArrayList<MemberId>();
    readers.add(booking.member());
    booking.details().participants().stream()
        .filter(other -> !other.equals(booking.member()))
        .forEach(readers::add);
    return readers;
  }

  private static JsonObject line(Booking booking, TimeSlot was, Evacuation plan) {
    Optional<JsonObject> after = Stream.concat(
            plan.homeOf(booking).map(ClosureLetters::place).stream(),
            Stream.of(booking)
                .filter(plan::isShortened)
                .map(shorter -> place(shorter.first().resource(), shorter.slot())))
        .findFirst();
    return new JsonObject()
        .put("booking", booking.id().value())
        .put("before", place(booking.first().resource(), was))
        .put("after", after.orElse(null));
  }

  private static JsonObject place(Home home) {
    return place(home.instead().id(), home.slot());
  }

  private static JsonObject place(ResourceId resource, TimeSlot slot) {
    return new JsonObject()
        .put("resource", resource.value())
        .put("start", slot.start().toString())
        .put("end", slot.end().toString());
  }
}
