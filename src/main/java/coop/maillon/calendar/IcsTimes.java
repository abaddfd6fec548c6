package coop.maillon.calendar;

import coop.maillon.calendar.IcsFile.Block;
import coop.maillon.calendar.IcsFile.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.transform.compliance.TzIdRule;

/** What the times of a file mean: in their zone, by whatever name its program calls it. */
final class IcsTimes {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,6})W");
  private static final Map<String, String> WINDOWS = windows();

  private final ZoneId floating;
  private final Map<String, ZoneId> described = new HashMap<>();

  /** @param floating the zone of times that name none, and of whole days */
  IcsTimes(List<Block> zones, ZoneId floating) {
    this.floating = floating;
    for (Block zone : zones) {
      known(zone.text("X-LIC-LOCATION")).ifPresent(is -> described.put(zone.text("TZID"), is));
    }
  }

  /** A local time and its zone. */
  record Moment(LocalDateTime local, ZoneId zone) {

    /** A time that is skipped is read with the offset before it, one that comes twice is the first. */
    Instant instant() {
      return local.atZone(zone).toInstant();
    }

    Moment in(ZoneId other) {
      return new Moment(LocalDateTime.ofInstant(instant(), other), other);
    }
  }

  /**
   * The first time of a line.
   *
   * @throws DateTimeException where it cannot be read, or its zone is not known
   */
  Moment first(Line line) {
    return all(line).findFirst().orElseThrow(() -> new DateTimeException(line.value()));
  }

  /** Every time of a line, which may have several with commas. */
  Stream<Moment> all(Line line) {
    return Stream.of(line.value().split(",")).map(String::strip).map(text -> read(text, line));
  }

  private Moment read(String text, Line line) {
    if (text.length() == 8) {
      return new Moment(LocalDate.parse(text, DAY).atStartOfDay(), floating);
    }
    if (text.endsWith("Z")) {
      return new Moment(
          LocalDateTime.parse(text.substring(0, text.length() - 1), TIME), ZoneOffset.UTC);
    }
    var zone = line.parameter("TZID").map(this::zone).orElse(floating);
    return new Moment(LocalDateTime.parse(text, TIME), zone);
  }

  /** When an event that starts then ends: by its end, its length, or after the whole day. */
  Duration length(Block event, Moment start) {
    var end = event.first("DTEND").map(this::first);
    if (end.isPresent()) {
      return Duration.between(start.local(), end.get().in(start.zone()).local());
    }
    return event.first("DURATION").map(line -> lasting(line.value())).orElse(Duration.ofDays(1));
  }

  private static Duration lasting(String text) {
    var weeks = WEEKS.matcher(text);
    return weeks.matches()
        ? Duration.ofDays(7 * Long.parseLong(weeks.group(1)))
        : Duration.parse(text);
  }

  private ZoneId zone(String name) {
    return known(name)
        .or(() -> Optional.ofNullable(described.get(name)))
        .or(() -> Optional.ofNullable(WINDOWS.get(name)).flatMap(IcsTimes::known))
        .orElseThrow(() -> new DateTimeException("unknown zone " + name));
  }

  /** Europe/Paris, and /example.org/2005/Europe/Paris. */
  private static Optional<ZoneId> known(String name) {
    for (String tail = name; !tail.isEmpty(); tail = tail.substring(tail.indexOf('/') + 1)) {
      if (ZoneId.getAvailableZoneIds().contains(tail)) {
        return Optional.of(ZoneId.of(tail));
      }
      if (tail.indexOf('/') < 0) {
        break;
      }
    }
    return Optional.empty();
  }

  /** By the short name and by the long one: lines such as `Romance Standard Time;(UTC+01:00) Paris=Europe/Paris`. */
  private static Map<String, String> windows() {
    var names = new HashMap<String, String>();
    try (var stream = TzIdRule.class.getResourceAsStream("msTimezones")) {
      if (stream != null) {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        new BufferedReader(reader).lines().forEach(line -> {
          int is = line.lastIndexOf('=');
          if (is > 0) {
            Stream.of(line.substring(0, is).split(";", 2))
                .forEach(name -> names.put(name.strip(), line.substring(is + 1).strip()));
          }
        });
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Map.copyOf(names);
  }
}
