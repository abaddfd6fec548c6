package coop.maillon.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Untrusted input read into values; what cannot be read is noted as a problem, and all problems are told at once. */
public final class Fields {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private final FieldSource source;
  private final Words words;
  private final List<FieldProblem> problems = new ArrayList<>();

  private Fields(FieldSource source, Words words) {
    this.source = source;
    this.words = words;
  }

  /** The fields of a form. */
  public static Fields of(Ask ask) {
    return new Fields(new FieldSource.Form(ask::formAll), ask.words());
  }

  /** The fields of a query: {@code ?from=…&to=…}. */
  public static Fields ofQuery(Ask ask) {
    return new Fields(new FieldSource.Form(ask::queryAll), ask.words());
  }

  /** The members of a JSON object; any other than those named is a problem. */
  public static Fields ofJson(Ask ask, String... known) {
    JsonObject body = ask.body();
    Fields fields = new Fields(new FieldSource.Json(body), ask.words());
    Set<String> names = Set.of(known);
    body.fieldNames().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> fields.problem(name, "field.unknown"));
    return fields;
  }

  /** Whether anything was given under this name. */
  public boolean has(String name) {
    return source.given(name);
  }

  /** Notes which of these are not given. */
  public Fields required(String... names) {
    for (String name : names) {
      if (!has(name)) {
        problem(name, "field.required");
      }
    }
    return this;
  }

  /** A text, of which more is asked: {@code text("title").max(80).required()}. */
  public Text text(String name) {
    return new Text(name, 200);
  }

  /** A whole number from {@code min} to {@code max}, both allowed. */
  public Optional<Integer> whole(String name, int min, int max) {
    Optional<Long> read = source.number(name);
    if (read.isEmpty() && has(name)) {
      problem(name, "field.whole");
    }
    Optional<Long> within = read.filter(number -> number >= min && number <= max);
    if (read.isPresent() && within.isEmpty()) {
      problem(name, "field.between", "min", min, "max", max);
    }
    return within.map(Long::intValue);
  }

  /** A moment after RFC 3339, with its offset. */
  public Optional<Instant> instant(String name) {
    return parsed(name, "field.instant", text -> {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return within(instant, text);
    });
  }

  /** A day: 2026-12-08. */
  public Optional<LocalDate> date(String name) {
    return parsed(name, "field.date", text -> {
      LocalDate date = LocalDate.parse(text);
      within(date.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), text);
      return date;
    });
  }

  /** A time of day: 10:15. */
  public Optional<LocalTime> time(String name) {
    return parsed(name, "field.time", LocalTime::parse);
  }

  /** All that is given under this name, blank ones left out. */
  public List<String> list(String name) {
    Optional<List<String>> read = source.list(name);
    if (read.isEmpty()) {
      problem(name, "field.list");
    }
    return read.orElse(List.of());
  }

  /** A box that is ticked, or {@code true}. */
  public boolean flag(String name) {
    Optional<Boolean> read = source.flag(name);
    if (read.isEmpty()) {
      problem(name, "field.flag");
    }
    return read.orElse(false);
  }

  /** The value as it came, for what may be of more than one type; only asked for names that are given. */
  public Object raw(String name) {
    return source.raw(name);
  }

  /** A member that is an object itself. */
  public Optional<JsonObject> object(String name) {
    if (has(name) && !(source.raw(name) instanceof JsonObject)) {
      problem(name, "field.object");
    }
    return has(name) && source.raw(name) instanceof JsonObject json
        ? Optional.of(json)
        : Optional.empty();
  }

  /** A member that is an array. */
  public Optional<JsonArray> array(String name) {
    if (has(name) && !(source.raw(name) instanceof JsonArray)) {
      problem(name, "field.list");
    }
    return has(name) && source.raw(name) instanceof JsonArray json
        ? Optional.of(json)
        : Optional.empty();
  }

  /** Notes a problem of one's own, worded by a key. */
  public Fields problem(String field, String key, Object... namesAndValues) {
    problems.add(new FieldProblem(field, words.say(key, namesAndValues)));
    return this;
  }

  public List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  public boolean complete() {
    return problems.isEmpty();
  }

  /** The problems for a program: 400, {@code /problems/invalid}. */
  public Problem refusal() {
    return refusal(problems);
  }

  /** The problems for a program: 400, {@code /problems/invalid}. */
  public static Problem refusal(List<FieldProblem> problems) {
    var errors = new JsonArray();
    problems.forEach(problem -> errors.add(
        new JsonObject().put("field", problem.field()).put("message", problem.message())));
    return Problem.of(400, "invalid").with("errors", errors);
  }

  /** A text without blanks around it; control characters are blanks, but for line ends and tabs. */
  public static String readable(String text) {
    return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(" ").strip();
  }

  private <T> Optional<T> parsed(String name, String key, Function<String, T> parse) {
    if (!has(name)) {
      return Optional.empty();
    }
    try {
      Optional<T> value = source.text(name).map(parse);
      if (value.isEmpty()) {
        problem(name, key);
      }
      return value;
    } catch (DateTimeException unreadable) {
      problem(name, key);
      return Optional.empty();
    }
  }

  // Years that PostgreSQL or a calendar could not hold are typing mistakes.
  private static Instant within(Instant instant, String text) {
    long year = instant.atOffset(java.time.ZoneOffset.UTC).getYear();
    if (year < 1900 || year > 2999) {
      throw new DateTimeException(text);
    }
    return instant;
  }

  /** A text that is being asked for. */
  public final class Text {

    private final String name;
    private final int max;

    private Text(String name, int max) {
      this.name = name;
      this.max = max;
    }

    /** Longer than this many characters is a problem; 200 if not said. */
    public Text max(int characters) {
      return new Text(name, characters);
    }

    /** The text without blanks around it; the empty text where it is missing, which is then a problem. */
    public String required() {
      int before = problems.size();
      Optional<String> text = optional();
      if (text.isEmpty() && problems.size() == before) {
        problem(name, "field.required");
      }
      return text.orElse("");
    }

    /** The text without blanks around it; blank is absent. */
    public Optional<String> optional() {
      if (!has(name)) {
        return Optional.empty();
      }
      Optional<String> text = source.text(name).map(Fields::readable);
      if (text.isEmpty()) {
        problem(name, "field.text");
      }
      if (text.filter(value -> value.length() > max).isPresent()) {
        problem(name, "field.max", "max", max);
        return Optional.empty();
      }
      return text.filter(value -> !value.isEmpty());
    }
  }
}
