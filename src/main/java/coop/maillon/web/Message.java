package coop.maillon.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One worded sentence with its gaps: fast where the gaps are plain, ICU where it must choose or count. */
final class Message {

  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
  private static final Pattern NEEDS_ICU = Pattern.compile("'[{}'|#]|\\{\\s*\\w+\\s*,");

  /** A stretch of text, or the name of a gap. */
  private record Part(String text, boolean gap) {}

  private final String pattern;
  private final boolean plain;
  private final List<Part> parts;
  private final Set<String> names;
  // Neither is safe to share between threads.
  private final ThreadLocal<MessageFormat> format;
  private final ThreadLocal<NumberFormat> numbers;

  /** Refuses a pattern that ICU cannot read (IllegalArgumentException). */
  Message(String pattern, ULocale locale) {
    this.pattern = pattern;
    this.names = namesIn(new MessagePattern(pattern));
    this.plain = !NEEDS_ICU.matcher(pattern).find();
    this.parts = plain ? split(pattern) : List.of();
    this.format = ThreadLocal.withInitial(() -> new MessageFormat(pattern, locale));
    this.numbers = ThreadLocal.withInitial(() -> NumberFormat.getInstance(locale));
  }

  /** The names of its gaps: both languages must have the same. */
  Set<String> names() {
    return names;
  }

  String say(Map<String, ?> values) {
    if (!plain) {
      names.forEach(name -> given(values, name));
      return format.get().format(values);
    }
    if (names.isEmpty()) {
      return pattern;
    }
    StringBuilder said = new StringBuilder(pattern.length() + 32);
    parts.forEach(part -> said.append(part.gap() ? printed(values, part.text()) : part.text()));
    return said.toString();
  }

  private String printed(Map<String, ?> values, String name) {
    Object value = given(values, name);
    return value instanceof Number ? numbers.get().format(value) : value.toString();
  }

  private Object given(Map<String, ?> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing given for {" + name + "} in: " + pattern);
    }
    return value;
  }

  private static List<Part> split(String pattern) {
    List<Part> parts = new ArrayList<>();
    Matcher gap = GAP.matcher(pattern);
    int from = 0;
    while (gap.find()) {
      parts.add(new Part(pattern.substring(from, gap.start()), false));
      parts.add(new Part(gap.group(1), true));
      from = gap.end();
    }
    parts.add(new Part(pattern.substring(from), false));
    return parts;
  }

  private static Set<String> namesIn(MessagePattern parsed) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
        names.add(parsed.getSubstring(parsed.getPart(i)));
      }
    }
    return names;
  }
}
