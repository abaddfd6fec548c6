package coop.maillon.board.skill;

import coop.maillon.resource.rules.Choice;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What skill/lexicon shows: every skill with its other words, and the two things that can be done about them. */
record LexiconPage(
    String title,
    String q,
    List<Line> lines,
    boolean full,
    Map<String, String> typed,
    Map<String, String> problems,
    List<Choice> occupations) {

  static final String TEMPLATE = "skill/lexicon";

  public boolean any() {
    return !lines.isEmpty();
  }

  /** One skill. */
  record Line(String name, String others, String rome, String used) {}

  static LexiconPage of(Ask ask, List<Entry> all, List<FieldProblem> problems) {
    Words words = ask.words();
    return new LexiconPage(
        words.say("lexicon.title"),
        ask.query("q").orElse(""),
        all.stream().map(one -> line(one, words)).toList(),
        all.size() == LexiconStore.MOST,
        Stream.of("word", "into", "skill")
            .collect(Collectors.toMap(name -> name, name -> ask.form(name).orElse(""))),
        problems.stream()
            .collect(Collectors.toMap(
                FieldProblem::field, FieldProblem::message, (first, second) -> first)),
        occupations(words, ask.form("rome").orElse("")));
  }

  private static Line line(Entry one, Words words) {
    return new Line(
        one.name(),
        String.join(", ", one.otherWords()),
        one.rome().flatMap(Rome::of).map(LexiconPage::said).orElse(""),
        words.say("lexicon.used", "people", one.people(), "posts", one.posts()));
  }

  private static List<Choice> occupations(Words words, String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", words.say("lexicon.rome.none"), false)),
            Rome.all().stream()
                .map(one -> new Choice(one.code(), said(one), one.code().equals(chosen))))
        .toList();
  }

  private static String said(Rome.Occupation one) {
    return one.code() + " " + one.label();
  }

  /** What is said of a name that is no skill. */
  static String key(Lexicon.Unknown why) {
    return why == Lexicon.Unknown.SAME ? "lexicon.same" : "lexicon.unknown";
  }
}
