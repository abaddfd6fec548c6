package coop.maillon.web;

import com.ibm.icu.text.ListFormatter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words of one language, and how it says days, times and lengths. */
public final class Words {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final String language;
  private final Locale locale;
  private final Map<String, Message> messages;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter date;
  private final DateTimeFormatter month;

  Words(String language, Map<String, Message> messages) {
    this.language = language;
    this.locale = language.equals("en") ? Locale.UK : Locale.FRANCE;
    this.messages = new HashMap<>(messages);
    this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale);
    this.shortDay = DateTimeFormatter.ofPattern("EEE d MMM", locale);
    this.date = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale);
    this.month = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
  }

  /**
   * The sentence of a key, its gaps filled: {@code say("booking.taken", "from", x, "to", y)}.
   *
   * @throws IllegalArgumentException if no sentence has this key, or one of its gaps is given nothing
   */
  public String say(String key, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return say(key, values);
  }

  /** The sentence of a key, its gaps filled from a map. */
  public String say(String key, Map<String, ?> values) {
    Message message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language);
    }
    return message.say(values);
  }

  /** The same; days, months and lengths among the values are said as people do. */
  public String told(String key, Map<String, ?> values) {
    Map<String, Object> said = new HashMap<>(values);
    said.replaceAll((name, value) -> told(value));
    return say(key, said);
  }

  private Object told(Object value) {
    if (value instanceof LocalDate day) {
      return day(day);
    }
    if (value instanceof YearMonth month) {
      return month(month.atDay(1));
    }
    return value instanceof Duration length ? minutes((int) length.toMinutes()) : value;
  }

  public boolean has(String key) {
    return messages.containsKey(key);
  }

  public Set<String> keys() {
    return new TreeSet<>(messages.keySet());
  }

  /** The names that the sentence of a key wants values for. */
  public Set<String> gaps(String key) {
    Message message = messages.get(key);
    return message == null ? Set.of() : message.names();
  }

  /** {@code fr} or {@code en}. */
  public String language() {
    return language;
  }

  public Locale locale() {
    return locale;
  }

  /** mardi 8 décembre. */
  public String day(LocalDate value) {
    return first(value, day.format(value));
  }

  /** mar. 8 déc. */
  public String shortDay(LocalDate value) {
    return first(value, shortDay.format(value));
  }

  /** mardi 8 décembre 2026. */
  public String date(LocalDate value) {
    return first(value, date.format(value));
  }

  /** décembre 2026. */
  public String month(LocalDate value) {
    return month.format(value);
  }

  /** 10:15. */
  public String time(LocalTime value) {
    return TIME.format(value);
  }

  /** 10:00–12:00. */
  public String times(LocalTime from, LocalTime to) {
    return time(from) + "–" + time(to);
  }

  /** mardi 8 décembre, 10:00–12:00; with both days if it ends on another one. */
  public String range(ZonedDateTime from, ZonedDateTime to) {
    LocalDate first = from.toLocalDate();
    boolean oneDay = first.equals(to.toLocalDate())
        || first.plusDays(1).equals(to.toLocalDate())
            && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (oneDay) {
      String end = first.equals(to.toLocalDate()) ? time(to.toLocalTime()) : "24:00";
      return day(first) + ", " + time(from.toLocalTime()) + "–" + end;
    }
    return day(first) + " " + time(from.toLocalTime()) + " – " + day(to.toLocalDate()) + " "
        + time(to.toLocalTime());
  }

  /** 45 min, 2 h, 1 h 30: with non-breaking spaces. */
  public String minutes(int value) {
    int hours = value / 60;
    int rest = value % 60;
    if (hours == 0) {
      return rest + "\u00a0min";
    }
    return rest == 0 ? hours + "\u00a0h" : hours + "\u00a0h\u00a0" + (rest < 10 ? "0" : "") + rest;
  }

  /** Salle Loire, Studio et Kangoo. */
  public String all(Collection<String> names) {
    return ListFormatter.getInstance(locale).format(names);
  }

  /** In French the first of a month is "1er". */
  private String first(LocalDate value, String formatted) {
    return value.getDayOfMonth() == 1 && language.equals("fr")
        ? formatted.replaceFirst("\\b1\\b", "1er")
        : formatted;
  }
}
