package coop.maillon.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds what stands around a page from who looks at it; a section that is not mounted is not shown. */
final class Shells {

  /** A candidate: its page, the key of its name, its icon, and who has it where. */
  private record Candidate(String path, String name, String icon, For whom) {}

  /** Who sees a section, and whether the bar of phones has it: four fit at 320 pixels. */
  private enum For {
    ALL,
    /** On phones it is at the foot of the page. */
    ALL_BUT_THE_BAR,
    /** Guests have no part in it. */
    MEMBERS,
    COORDINATORS;

    boolean has(Who who) {
      return switch (this) {
        case ALL, ALL_BUT_THE_BAR -> true;
        case MEMBERS -> !who.guest();
        case COORDINATORS -> who.coordinatesSomething();
      };
    }
  }

  private static final List<Candidate> CANDIDATES = List.of(
      new Candidate("/", "planning", "calendar", For.ALL),
      new Candidate("/bookings", "bookings", "ticket", For.ALL),
      new Candidate("/board", "board", "hands", For.MEMBERS),
      new Candidate("/resources", "resources", "room", For.ALL_BUT_THE_BAR),
      new Candidate("/manage", "manage", "wrench", For.COORDINATORS));

  private static final String INBOX = "/inbox";
  private static final int TABS = 4;

  private final RouteTable routes;

  Shells(RouteTable routes) {
    this.routes = routes;
  }

  Shell of(Ask ask, Optional<Said> said) {
    Words words = ask.words();
    List<Shell.Section> sections = ask.visitor().map(who -> sections(ask, who)).orElse(List.of());
    return new Shell(
        words.language(),
        ask.visitor().map(Who::theme).filter(theme -> !theme.equals("auto")),
        sections,
        ask.visitor().map(who -> visitor(ask, who, inBar(sections))),
        said,
        otherLanguage(ask),
        words.say("shell.cooperative"));
  }

  private static int inBar(List<Shell.Section> sections) {
    return (int) sections.stream().filter(Shell.Section::inBar).count();
  }

  private List<Shell.Section> sections(Ask ask, Who who) {
    Stream<Candidate> there = CANDIDATES.stream()
        .filter(candidate -> routes.hasPage(candidate.path()))
        .filter(candidate -> candidate.whom().has(who));
    return there.map(candidate -> section(ask, candidate)).toList();
  }

  private static Shell.Section section(Ask ask, Candidate candidate) {
    String path = candidate.path();
    boolean current = path.equals("/")
        ? ask.path().equals("/")
        : ask.path().equals(path) || ask.path().startsWith(path + "/");
    return new Shell.Section(
        path,
        ask.words().say("shell." + candidate.name()),
        candidate.whom() == For.ALL_BUT_THE_BAR
            ? ""
            : ask.words().say("shell." + candidate.name() + ".tab"),
        candidate.icon(),
        current);
  }

  private Shell.Visitor visitor(Ask ask, Who who, int sections) {
    boolean inbox = routes.hasPage(INBOX);
    boolean room = sections < TABS;
    boolean reading = ask.path().equals(INBOX);
    return new Shell.Visitor(
        who.name(), who.initials(), inbox, inbox && room, reading, who.unread());
  }

  private static Shell.OtherLanguage otherLanguage(Ask ask) {
    String code = ask.words().language().equals("fr") ? "en" : "fr";
    String label = ask.words().say("shell.language." + code);
    return new Shell.OtherLanguage(code, label, inLanguage(ask, code));
  }

  private static String inLanguage(Ask ask, String code) {
    String here = ask.method().equals("GET") ? ask.uri() : "/";
    String bare = here.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
    return bare + (bare.contains("?") ? "&" : "?") + "lang=" + code;
  }
}
