package coop.maillon.booking.act;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.Violation;
import coop.maillon.web.Messages;
import coop.maillon.web.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands in the way of a booking has its sentence, in each language. */
class RuleWordsTest {

  private static final Path MAIN = Path.of("src/main/java/coop/maillon");
  private static final Messages MESSAGES = Messages.load(Path.of("conf"));
  private static final Map<String, Object> VALUES = Map.ofEntries(
      Map.entry("resource", "Salle Loire"),
      Map.entry("minutes", 90),
      Map.entry("days", 30),
      Map.entry("limit", 2),
      Map.entry("name", "Atelier"),
      Map.entry("km", 120),
      Map.entry("max", 80),
      Map.entry("percent", 63),
      Map.entry("day", "mardi"),
      Map.entry("time", "15:00"),
      Map.entry("points", 12));

  @Test
  void everyRuleIsSaidInBothLanguages() throws IOException {
    Set<String> rules = found("new Violation\\(\\s*\"([a-z-]+)\"");
    Stream.of(BookingRule.values()).map(BookingRule::word).forEach(rules::add);
    assertThat(rules).contains("past", "opening-hours", "quota", "deadline");
    for (String rule : rules) {
      assertThat(said(rule, "fr")).as(rule).endsWith(".").doesNotContain("{");
      assertThat(said(rule, "en")).as(rule).endsWith(".").isNotEqualTo(said(rule, "fr"));
    }
  }

  @Test
  void everyStateThatForbidsAnActIsSaidInBothLanguages() throws IOException {
    Set<String> states = found("BookingOutcome\\.NotNow\\(\\s*\"([a-z-]+)\"");
    assertThat(states).contains("over", "undo-over", "not-pending");
    for (String language : Messages.LANGUAGES) {
      Words words = MESSAGES.in(language);
      states.forEach(
          why -> assertThat(words.has("booking.state." + why)).as(why).isTrue());
    }
  }

  @Test
  void minutesAreSaidAsALength() {
    assertThat(said("notice", "fr")).contains("1\u00a0h\u00a030");
  }

  private static String said(String rule, String language) {
    return new Violation(rule, VALUES).sentence(MESSAGES.in(language));
  }

  private static Set<String> found(String pattern) throws IOException {
    var names = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile(pattern)
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> names.add(found.group(1)));
      }
    }
    return names;
  }
}
