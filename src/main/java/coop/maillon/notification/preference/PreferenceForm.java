package coop.maillon.notification.preference;

import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody filled in about how they want to be told: as it was typed, and what is wrong with it.
 *
 * @param texts what was typed where anything can be, by field
 * @param minutes how long before a booking they are reminded; 0 for never
 */
record PreferenceForm(
    Map<Topic, Choice> choices,
    Map<String, String> texts,
    boolean quiet,
    Rhythm.Every every,
    DayOfWeek day,
    int minutes,
    List<FieldProblem> problems) {

  /** How long before, in minutes. */
  static final List<Integer> BEFORE = List.of(0, 15, 60, 180, 1440);

  static final String FROM = "quietFrom";
  static final String TO = "quietTo";
  static final String PAUSE = "pausedUntil";
  static final String AT = "digestAt";

  static PreferenceForm of(Preference known, Set<Topic> shown) {
    var quiet = known.quiet().orElse(Quiet.NIGHT);
    return new PreferenceForm(
        choices(known, shown),
        Map.of(
            FROM, quiet.from().toString(),
            TO, quiet.to().toString(),
            PAUSE, known.pausedUntil().map(LocalDate::toString).orElse(""),
            AT, known.digest().at().toString()),
        known.quiet().isPresent(),
        known.digest().every(),
        known.digest().day(),
        known.reminder().map(before -> (int) before.toMinutes()).orElse(0),
        List.of());
  }

  private static Map<Topic, Choice> choices(Preference known, Set<Topic> shown) {
    var choices = new EnumMap<Topic, Choice>(Topic.class);
    shown.forEach(topic -> choices.put(topic, known.choice(topic)));
    return choices;
  }

  /** What was sent: what the page shows nothing of stays as it was. */
  static Read read(Ask ask, Preference known, Set<Topic> shown) {
    return new Reading(ask, Fields.of(ask), known).read(shown);
  }

  /** What was typed, and what it means where nothing is wrong with it. */
  record Read(PreferenceForm form, Preference wanted) {

    boolean complete() {
      return form.problems().isEmpty();
    }
  }

  /** One form being read; problems gather in its fields. */
  private record Reading(Ask ask, Fields fields, Preference known) {

    Read read(Set<Topic> shown) {
      var choices = new EnumMap<Topic, Choice>(Topic.class);
      shown.forEach(topic -> choices.put(topic, choice(topic)));
      var all = new EnumMap<Topic, Choice>(Topic.class);
      all.putAll(known.choices());
      all.putAll(choices);
      int minutes = fields.whole("remind", 0, 10_000).filter(BEFORE::contains).orElse(0);
      var reminder = Optional.of(minutes).filter(some -> some > 0).map(Duration::ofMinutes);
      var rhythm = rhythm();
      var wanted = new Preference(known.zone(), all, quiet(), paused(), rhythm, reminder);
      return new Read(
          new PreferenceForm(
              choices,
              texts(),
              fields.flag("quiet"),
              rhythm.every(),
              rhythm.day(),
              minutes,
              fields.problems()),
          wanted);
    }

    private Choice choice(Topic topic) {
      var name = "mail-" + topic.word();
      var mail = fields
          .required(name)
          .text(name)
          .optional()
          .flatMap(Timing::of)
          .filter(topic.timings()::contains);
      if (fields.has(name) && mail.isEmpty()) {
        fields.problem(name, "preference.mail.unknown");
      }
      return new Choice(
          topic.alwaysCounts() || fields.flag("inbox-" + topic.word()),
          fields.flag("live-" + topic.word()),
          mail.orElse(Timing.NOW));
    }

    private Rhythm rhythm() {
      boolean weekly = ask.form("every").filter("week"::equals).isPresent();
      return new Rhythm(
          weekly ? Rhythm.Every.WEEK : Rhythm.Every.DAY,
          DayOfWeek.of(fields.whole("day", 1, 7).orElse(1)),
          fields.required(AT).time(AT).orElse(LocalTime.MIDNIGHT));
    }

    private Map<String, String> texts() {
      return Stream.of(FROM, TO, PAUSE, AT)
          .collect(Collectors.toMap(name -> name, name -> ask.form(name).orElse("")));
    }

    private Optional<Quiet> quiet() {
      if (!fields.flag("quiet")) {
        return Optional.empty();
      }
      fields.required(FROM, TO);
      var from = fields.time(FROM);
      var to = fields.time(TO);
      if (from.isPresent() && from.equals(to)) {
        fields.problem(TO, "preference.quiet.same");
        return Optional.empty();
      }
      return from.flatMap(start -> to.map(end -> new Quiet(start, end)));
    }

    /** A pause that is over is none. */
    private Optional<LocalDate> paused() {
      var today = LocalDate.ofInstant(ask.now(), known.zone());
      var until = fields.date(PAUSE);
      if (until.filter(day -> day.isAfter(today.plusYears(1))).isPresent()) {
        fields.problem(PAUSE, "preference.pause.far");
      }
      return until.filter(today::isBefore);
    }
  }
}
