package coop.maillon.board.page;

import coop.maillon.board.Listed;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostFilter.Only;
import coop.maillon.board.PostFilter.Where;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.board.hours.SignedMinutes;
import coop.maillon.ledger.Standing;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What board/list shows: what there is, one's own site first, and beside it what waits for the reader.
 *
 * @param live whether it is what is on the board now, which can be filtered
 * @param here the address of these filters
 * @param more where the next page is
 * @param told the number of the last event that the page knows of
 */
record BoardPage(
    String title,
    String text,
    boolean live,
    List<View> views,
    List<Group> groups,
    List<Box> kinds,
    List<Box> places,
    List<Box> only,
    String words,
    String skill,
    String here,
    Optional<String> more,
    String total,
    boolean filtered,
    Empty empty,
    Aside aside,
    long told) {

  public boolean any() {
    return !groups.isEmpty();
  }

  /** What can be looked at: what is on the board, what was resolved, one's own drafts. */
  record View(String href, String label, boolean current, String count) {}

  /** What is said where there is nothing, and the way out. */
  record Empty(String heading, String text, String href, String action) {}

  /** Posts of one place, under its name; without one where all are alike. */
  record Group(String icon, String heading, List<PostLine> posts) {}

  /** One box of the filters. */
  record Box(String name, String value, String label, boolean chosen, String count) {}

  /** One's hours, where they are read; what is to be done; what one knows how to do. */
  record Aside(String balance, String reserved, String ceiling, List<Due> due, List<Chip> skills) {
    public boolean anyDue() {
      return !due.isEmpty();
    }

    public boolean anySkill() {
      return !skills.isEmpty();
    }
  }

  /** Something that waits for the reader. */
  record Due(String href, String label, String text) {}

  /** What it is made of. */
  record Facts(
      Wanted wanted,
      List<Listed> listed,
      AsideStore.Aside aside,
      Optional<Standing> standing,
      Moments moments,
      long told) {}

  static BoardPage of(Ask ask, Facts facts) {
    Words words = ask.words();
    Wanted wanted = facts.wanted();
    boolean more = facts.listed().size() > wanted.page();
    List<Listed> shown = more ? facts.listed().subList(0, wanted.page()) : facts.listed();
    return new BoardPage(
        words.say("board.title"),
        words.say("board.text", "solved", facts.aside().solved()),
        isLive(wanted),
        views(facts, words),
        groups(shown, facts, ask.who().id()),
        kinds(facts, words),
        places(facts, words),
        only(facts, words),
        wanted.words(),
        wanted.skill(),
        wanted.here(),
        more ? Optional.of(next(wanted, shown)) : Optional.empty(),
        isLive(wanted) ? total(facts, words) : "",
        !wanted.isAnything(),
        empty(wanted, words),
        aside(facts, words),
        facts.told());
  }

  private static String next(Wanted wanted, List<Listed> shown) {
    return wanted.next(PostFilter.Cursor.of(shown.get(shown.size() - 1)));
  }

  private static String total(Facts facts, Words words) {
    return words.say("board.total", "count", facts.aside().counts().getInteger("all"));
  }

  private static boolean isLive(Wanted wanted) {
    return wanted.view() == PostStatus.PUBLISHED;
  }

  /** Without drafts there is no view of them. */
  private static List<View> views(Facts facts, Words words) {
    return Wanted.VIEWS.stream()
        .filter(view -> view != PostStatus.DRAFT || facts.aside().drafts() > 0)
        .map(view -> new View(
            view == PostStatus.PUBLISHED ? "/board" : "/board?status=" + view.word(),
            words.say("board.view." + view.word()),
            view == facts.wanted().view(),
            view == PostStatus.DRAFT ? String.valueOf(facts.aside().drafts()) : ""))
        .toList();
  }

  private static Empty empty(Wanted wanted, Words words) {
    String key = isLive(wanted) && wanted.isAnything() ? "board.empty" : "board.none";
    return new Empty(
        words.say(key),
        words.say(key + ".text"),
        wanted.isAnything() ? "/board/new" : "/board",
        words.say(wanted.isAnything() ? "board.ask" : "board.filter.none"));
  }

  /** One's own site first; what was looked for stays in the order of how well it fits. */
  private static List<Group> groups(List<Listed> shown, Facts facts, long reader) {
    if (!isLive(facts.wanted()) || !facts.wanted().words().isEmpty()) {
      var all = lines(shown.stream(), facts, reader);
      return all.isEmpty() ? List.of() : List.of(new Group("", "", all));
    }
    var near = lines(shown.stream().filter(Listed::isNear), facts, reader);
    var others = lines(shown.stream().filter(one -> !one.isNear()), facts, reader);
    var words = facts.moments().words();
    List<Group> groups = new ArrayList<>();
    if (!near.isEmpty()) {
      groups.add(new Group("pin", words.say("board.near", "site", facts.aside().home()), near));
    }
    if (!others.isEmpty()) {
      groups.add(new Group("remote", near.isEmpty() ? "" : words.say("board.elsewhere"), others));
    }
    return groups;
  }

  private static List<PostLine> lines(Stream<Listed> all, Facts facts, long reader) {
    return all.map(one -> PostLine.of(one, reader, facts.moments())).toList();
  }

  private static List<Box> kinds(Facts facts, Words words) {
    return Stream.of(PostKind.values())
        .map(kind -> new Box(
            "kind",
            kind.word(),
            words.say("board.filter." + kind.word()),
            facts.wanted().wants(kind),
            count(facts, kind.word())))
        .toList();
  }

  /** Without a site of one's own there is none to come first. */
  private static List<Box> places(Facts facts, Words words) {
    return Stream.of(Where.values())
        .filter(where -> where != Where.NEAR_FIRST || !facts.aside().home().isEmpty())
        .map(where -> new Box(
            "where",
            Wanted.word(where),
            words.say(
                "board.filter.where." + Wanted.word(where),
                "site",
                facts.aside().home()),
            facts.wanted().where() == where
                || facts.aside().home().isEmpty()
                    && where == Where.EVERYWHERE
                    && facts.wanted().where() == Where.NEAR_FIRST,
            ""))
        .toList();
  }

  private static List<Box> only(Facts facts, Words words) {
    return Stream.of(Only.values())
        .filter(one -> one != Only.KNOWN || !facts.aside().skills().isEmpty())
        .map(one -> new Box(
            Wanted.word(one),
            "1",
            words.say("board.filter." + Wanted.word(one)),
            facts.wanted().only().contains(one),
            count(facts, Wanted.word(one))))
        .toList();
  }

  private static String count(Facts facts, String word) {
    return String.valueOf(facts.aside().counts().getInteger(word));
  }

  private static Aside aside(Facts facts, Words words) {
    var standing = facts.standing();
    return new Aside(
        standing.map(one -> SignedMinutes.of(one.balance(), words)).orElse(""),
        standing.map(one -> reserved(one, words)).orElse(""),
        standing.filter(Standing::isAboveCeiling).isPresent()
            ? words.say("board.hours.ceiling")
            : "",
        facts.aside().due().stream()
            .map(one -> DueWords.of(one, facts.moments()))
            .toList(),
        facts.aside().skills().stream().map(skill -> new Chip(skill, "", false)).toList());
  }

  private static String reserved(Standing standing, Words words) {
    return standing.reserved() == 0
        ? ""
        : words.say("board.hours.reserved", "length", words.minutes((int) standing.reserved()));
  }
}
