package coop.maillon.notification.preference;

import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What notification/preferences shows.
 *
 * @param zone in whose time all hours are
 * @param pauseNow until when nothing comes, where that is so
 */
record PreferencePage(
    String title,
    String zone,
    Optional<String> pauseNow,
    boolean anyProblem,
    List<Line> topics,
    boolean quiet,
    Field quietFrom,
    Field quietTo,
    Field pausedUntil,
    Field digestAt,
    List<Option> every,
    List<Option> days,
    List<Option> reminders) {

  /** One topic, and how it is told. */
  record Line(
      String word,
      String name,
      String hint,
      boolean always,
      boolean inbox,
      boolean live,
      List<Option> timings) {}

  /** One of several things to choose from. */
  record Option(String value, String label, boolean chosen) {}

  /** What was typed, and what is wrong with it. */
  record Field(String value, Optional<String> problem) {}

  static PreferencePage of(Ask ask, PreferenceForm form, Preference known) {
    var words = ask.words();
    return new PreferencePage(
        words.say("preference.title"),
        words.say("preference.zone", "zone", zone(known.zone(), words, ask.now())),
        known
            .pausedUntil()
            .filter(day -> known.isPaused(ask.now()))
            .map(day -> words.say("preference.paused", "day", words.date(day))),
        !form.problems().isEmpty(),
        form.choices().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> line(one.getKey(), one.getValue(), words))
            .toList(),
        form.quiet(),
        field(form, PreferenceForm.FROM),
        field(form, PreferenceForm.TO),
        field(form, PreferenceForm.PAUSE),
        field(form, PreferenceForm.AT),
        every(form, words),
        days(form, words),
        reminders(form, words));
  }

  private static String zone(ZoneId zone, Words words, Instant now) {
    var city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    return city + ", " + words.time(now.atZone(zone).toLocalTime());
  }

  private static Line line(Topic topic, Choice choice, Words words) {
    return new Line(
        topic.word(),
        words.say("preference.topic." + topic.word()),
        words.say("preference.topic." + topic.word() + ".hint"),
        topic.alwaysCounts(),
        choice.inbox(),
        choice.live(),
        Stream.of(Timing.values())
            .filter(topic.timings()::contains)
            .map(one -> new Option(
                one.word(), words.say("preference.mail." + one.word()), one == choice.mail()))
            .toList());
  }

  private static Field field(PreferenceForm form, String name) {
    return new Field(
        form.texts().getOrDefault(name, ""),
        form.problems().stream()
            .filter(problem -> problem.field().equals(name))
            .map(FieldProblem::message)
            .findFirst());
  }

  private static List<Option> every(PreferenceForm form, Words words) {
    return Stream.of(Rhythm.Every.values())
        .map(one -> new Option(
            one.word(), words.say("preference.every." + one.word()), one == form.every()))
        .toList();
  }

  private static List<Option> days(PreferenceForm form, Words words) {
    return Stream.of(DayOfWeek.values())
        .map(day -> new Option(
            Integer.toString(day.getValue()),
            day.getDisplayName(TextStyle.FULL, words.locale()),
            day == form.day()))
        .toList();
  }

  private static List<Option> reminders(PreferenceForm form, Words words) {
    return PreferenceForm.BEFORE.stream()
        .map(minutes -> new Option(
            minutes.toString(),
            words.say("preference.remind." + minutes),
            minutes == form.minutes()))
        .toList();
  }
}
