package coop.maillon.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/** An iCalendar file taken apart: what its lines say, before anybody asks what they mean. */
record IcsFile(List<Block> events, List<Block> zones) {

  private static final Pattern ESCAPED = Pattern.compile("\\\\([nN,;\\\\])");

  /** One line, its parameters by name in upper case. */
  record Line(String name, Map<String, String> parameters, String value) {

    Optional<String> parameter(String wanted) {
      return Optional.ofNullable(parameters.get(wanted));
    }

    /** Its value as text, without the backslashes that the format wants. */
    String text() {
      return ESCAPED
          .matcher(value)
          .replaceAll(said ->
              said.group(1).equalsIgnoreCase("n") ? "\n" : Matcher.quoteReplacement(said.group(1)));
    }
  }

  /** An event, or the description of a zone, without what is nested in it. */
  record Block(List<Line> lines) {

    Optional<Line> first(String name) {
      return all(name).findFirst();
    }

    Stream<Line> all(String name) {
      return lines.stream().filter(line -> line.name().equals(name));
    }

    String text(String name) {
      return first(name).map(Line::text).orElse("");
    }
  }

  /** Empty where the text is no calendar. */
  static Optional<IcsFile> read(String text) {
    var collected = new Collector();
    try {
      new CalendarParserImpl().parse(new StringReader(text), collected);
      return Optional.of(new IcsFile(collected.events, collected.zones));
    } catch (IOException | ParserException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static final class Collector implements ContentHandler {

    private final List<Block> events = new ArrayList<>();
    private final List<Block> zones = new ArrayList<>();
    private final Deque<List<Line>> open = new ArrayDeque<>();
    private Map<String, String> parameters = new HashMap<>();
    private String value = "";

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
      open.push(new ArrayList<>());
    }

    @Override
    public void endComponent(String name) {
      var block = new Block(List.copyOf(open.pop()));
      if (name.equalsIgnoreCase("VEVENT")) {
        events.add(block);
      } else if (name.equalsIgnoreCase("VTIMEZONE")) {
        zones.add(block);
      }
    }

    @Override
    public void startProperty(String name) {
      parameters = new HashMap<>();
      value = "";
    }

    @Override
    public void parameter(String name, String said) {
      parameters.put(name.toUpperCase(Locale.ROOT), said.replace("\"", ""));
    }

    @Override
    public void propertyValue(String said) {
      value = said;
    }

    @Override
    public void endProperty(String name) {
      if (!open.isEmpty()) {
        open.peek().add(new Line(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value));
      }
    }
  }
}
