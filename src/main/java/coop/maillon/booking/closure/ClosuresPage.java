package coop.maillon.booking.closure;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What manage/closures shows: what is closed now, what will be, what was. */
public record ClosuresPage(String title, List<Section> sections) {

  private static final int MOST_PAST = 30;

  public boolean any() {
    return sections.stream().anyMatch(section -> !section.lines().isEmpty());
  }

  /** Now, to come or past. */
  public record Section(String heading, List<Line> lines) {
    public boolean any() {
      return !lines.isEmpty();
    }
  }

  /** One closure; {@code undo} and {@code lift} are where its buttons post, while they do something. */
  public record Line(
      String what,
      String when,
      String reason,
      String touched,
      String state,
      String icon,
      Optional<String> undo,
      Optional<String> lift) {}

  static ClosuresPage of(Ask ask, List<Closure> closures, Catalogue catalogue) {
    Instant now = ask.now();
    var ahead = closures.stream().filter(one -> !one.isOverAt(now)).toList();
    var past = closures.stream()
        .filter(one -> one.isOverAt(now))
        .sorted(Comparator.comparing((Closure one) -> one.slot().start()).reversed())
        .limit(MOST_PAST)
        .toList();
    return new ClosuresPage(
        ask.words().say("closure.list"),
        List.of(
            section(ask, "now", ahead.stream().filter(one -> one.isNow(now)).toList(), catalogue),
            section(
                ask, "ahead", ahead.stream().filter(one -> !one.isNow(now)).toList(), catalogue),
            section(ask, "past", past, catalogue)));
  }

  private static Section section(
      Ask ask, String which, List<Closure> closures, Catalogue catalogue) {
    return new Section(
        ask.words().say("closure.list." + which),
        closures.stream().map(closure -> line(ask, closure, catalogue)).toList());
  }

  private static String state(Closure closure, Words words) {
    if (closure.isLifted()) {
      return words.say("closure.lifted");
    }
    return closure.rule().isPresent() ? words.say("maintenance.date") : "";
  }

  /** One closure in words. */
  public static Line line(Ask ask, Closure closure, Catalogue catalogue) {
    ZoneId zone = closure.target().site(catalogue).map(Site::zone).orElse(ZoneId.of("UTC"));
    var words = ask.words();
    String path = "/manage/closures/" + closure.id();
    return new Line(
        ClosurePage.label(closure.target(), catalogue, words),
        words.range(closure.slot().start().atZone(zone), closure.slot().end().atZone(zone)),
        closure.reason(),
        words.say("closure.touched.count", "count", closure.touched().size()),
        state(closure, words),
        closure.isLifted() ? "undo" : "repeat",
        closure.canBeUndoneAt(ask.now()) ? Optional.of(path + "/undo") : Optional.empty(),
        closure.isOverAt(ask.now()) ? Optional.empty() : Optional.of(path + "/lifting"));
  }
}
