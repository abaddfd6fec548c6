package coop.maillon.board.page;

import coop.maillon.board.PostFilter;
import coop.maillon.board.PostFilter.Only;
import coop.maillon.board.PostFilter.Where;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.web.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The filters of the list, as the address has them: what cannot be read is as if it were not there. */
record Wanted(
    PostStatus view,
    Set<PostKind> kinds,
    Where where,
    Set<Only> only,
    String words,
    String skill,
    Optional<String> after) {

  private static final int PAGE = 20;

  /** What can be looked at: what is on the board, what found its help, and one's own drafts. */
  static final List<PostStatus> VIEWS =
      List.of(PostStatus.PUBLISHED, PostStatus.RESOLVED, PostStatus.DRAFT);

  static Wanted of(Ask ask) {
    Set<PostKind> kinds = ask.queryAll("kind").stream()
        .flatMap(word -> PostKind.of(word).stream())
        .collect(Collectors.toSet());
    var only = EnumSet.noneOf(Only.class);
    for (Only one : Only.values()) {
      if (ask.query(word(one)).isPresent()) {
        only.add(one);
      }
    }
    return new Wanted(
        view(ask), kinds, where(ask), only, text(ask, "q"), text(ask, "skill"), ask.query("after"));
  }

  private static PostStatus view(Ask ask) {
    String wanted = ask.query("status").orElse("");
    return VIEWS.stream()
        .filter(one -> one.word().equals(wanted))
        .findFirst()
        .orElse(PostStatus.PUBLISHED);
  }

  private static Where where(Ask ask) {
    return switch (ask.query("where").orElse("")) {
      case "all" -> Where.EVERYWHERE;
      case "remote" -> Where.REMOTE;
      default -> Where.NEAR_FIRST;
    };
  }

  private static String text(Ask ask, String name) {
    String typed = ask.query(name).orElse("").strip();
    return typed.length() > 100 ? typed.substring(0, 100) : typed;
  }

  static String word(Only only) {
    return only.name().toLowerCase(Locale.ROOT);
  }

  static String word(Where where) {
    return switch (where) {
      case NEAR_FIRST -> "near";
      case EVERYWHERE -> "all";
      case REMOTE -> "remote";
    };
  }

  boolean wants(PostKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  boolean isAnything() {
    return (kinds.isEmpty() || kinds.size() == PostKind.values().length)
        && only.isEmpty()
        && words.isEmpty()
        && skill.isEmpty()
        && where != Where.REMOTE;
  }

  /** One more than a page, to know whether there is a next. */
  PostFilter filter() {
    return new PostFilter(
        view,
        kinds,
        words,
        Optional.of(skill).filter(name -> !name.isEmpty()),
        where,
        only,
        after.flatMap(PostFilter.Cursor::read),
        PAGE + 1);
  }

  int page() {
    return PAGE;
  }

  /** The address of what comes after. */
  String next(PostFilter.Cursor last) {
    return here() + "&after=" + last.word();
  }

  /** The address of these filters, from the first page on. */
  String here() {
    List<String> parts = new ArrayList<>();
    parts.add("status=" + view.word());
    kinds.stream().sorted().forEach(kind -> parts.add("kind=" + kind.word()));
    only.forEach(one -> parts.add(word(one) + "=1"));
    parts.add("where=" + word(where));
    add(parts, "q", words);
    add(parts, "skill", skill);
    return "/board?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
