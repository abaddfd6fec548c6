package coop.maillon.booking.page;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One day of one resource as a strip: closed, taken, and what is being chosen.
 *
 * @param frame extra class of the strip where it shows the whole day
 * @param span class of an invisible mark as wide as the strip
 * @param hours what stands under it, evenly spread
 */
record MiniDay(String label, String frame, String span, List<Mark> marks, List<String> hours) {

  private static final long QUARTER_S = 900;
  private static final int FROM_HOUR = 7;
  private static final int TO_HOUR = 21;

  /** A stretch of the strip; {@code text} is what it says aloud, empty where it says nothing. */
  record Mark(String css, String text) {}

  /** What is shown: whose day, the slot being chosen, and whether it cannot be had. */
  record Scene(
      Resource resource, LocalDate day, Crowd crowd, Optional<TimeSlot> picked, boolean isRefused) {

    TimeSlot wholeDay() {
      var zone = resource.site().zone();
      return new TimeSlot(
          day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    TimeSlot workingDay() {
      var zone = resource.site().zone();
      return new TimeSlot(
          day.atTime(FROM_HOUR, 0).atZone(zone).toInstant(),
          day.atTime(TO_HOUR, 0).atZone(zone).toInstant());
    }

    List<TimeSlot> open() {
      return resource.policy().openingHours().openIn(resource.site().zone(), wholeDay());
    }
  }

  static MiniDay of(Scene scene, Words words) {
    TimeSlot window = window(scene);
    boolean whole = !window.equals(scene.workingDay());
    return new MiniDay(
        words.say(
            "booking.day", "resource", scene.resource().name(), "day", words.day(scene.day())),
        whole ? "full-day" : "",
        place(window, window),
        marks(scene, window, words),
        hours(whole, words));
  }

  private static List<Mark> marks(Scene scene, TimeSlot window, Words words) {
    var said = new SlotWords(words, scene.resource().site().zone());
    var marks = new ArrayList<Mark>();
    shut(scene, window).forEach(slot -> marks.add(mark("shut", slot, window, "")));
    for (TimeSlot full : scene.crowd().full(window)) {
      String text = words.say("booking.day.taken", "times", said.times(full));
      marks.add(mark("block other", full, window, text));
    }
    String pick = scene.isRefused() ? "pick no" : "pick";
    for (TimeSlot chosen : scene.picked().stream().toList()) {
      String text = words.say("booking.day.picked", "times", said.times(chosen));
      window.intersection(chosen).ifPresent(part -> marks.add(mark(pick, part, window, text)));
    }
    return marks;
  }

  /** The working day, unless something open, taken or chosen lies outside it. */
  private static TimeSlot window(Scene scene) {
    TimeSlot working = scene.workingDay();
    boolean fits = Stream.concat(scene.open().stream(), scene.picked().stream())
        .flatMap(slot -> scene.wholeDay().intersection(slot).stream())
        .allMatch(
            slot -> !slot.start().isBefore(working.start()) && !slot.end().isAfter(working.end()));
    return fits ? working : scene.wholeDay();
  }

  private static List<TimeSlot> shut(Scene scene, TimeSlot window) {
    var shut = new ArrayList<TimeSlot>();
    Instant from = window.start();
    for (TimeSlot open : scene.open()) {
      TimeSlot.between(from, open.start()).ifPresent(shut::add);
      from = open.end().isAfter(from) ? open.end() : from;
    }
    TimeSlot.between(from, window.end()).ifPresent(shut::add);
    return shut;
  }

  private static Mark mark(String css, TimeSlot slot, TimeSlot window, String text) {
    return new Mark(css + " " + place(slot, window), text);
  }

  /** In quarters of an hour from the left edge; what is off the quarter is rounded outwards. */
  private static String place(TimeSlot slot, TimeSlot window) {
    long from = Duration.between(window.start(), slot.start()).toSeconds() / QUARTER_S;
    long to = -Math.floorDiv(-Duration.between(window.start(), slot.end()).toSeconds(), QUARTER_S);
    return "at-" + (from + 1) + " for-" + (to - from);
  }

  private static List<String> hours(boolean whole, Words words) {
    return Stream.of((whole ? "0,6,12,18,24" : "7,10:30,14,17:30,21").split(","))
        .map(hour -> hour.contains(":") ? hour : words.say("booking.hour", "hour", hour))
        .toList();
  }
}
