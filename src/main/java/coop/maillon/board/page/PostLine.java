package coop.maillon.board.page;

import coop.maillon.board.Listed;
import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostKind;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A post in the list, worded. */
record PostLine(
    String id,
    String href,
    String icon,
    String kind,
    String who,
    Optional<State> state,
    String title,
    String excerpt,
    List<Chip> skills,
    String because,
    String cost,
    String terms,
    String answers,
    boolean unanswered) {

  private static final int EXCERPT = 240;

  public boolean anyFoot() {
    return anySkill() || !because.isEmpty();
  }

  public boolean anySkill() {
    return !skills.isEmpty();
  }

  static PostLine of(Listed listed, long reader, Moments moments) {
    Post post = listed.post();
    Words words = moments.words();
    var said = new PostWords(words, post);
    return new PostLine(
        post.id().toString(),
        "/board/" + post.id(),
        said.icon(),
        said.kind(),
        who(listed, reader, moments),
        said.state(listed.free(), moments),
        post.draft().title(),
        excerpt(post.draft().body()),
        Chip.of(post.draft(), listed.known()),
        listed.known().isEmpty() || post.author().id().value() == reader || listed.isFull()
            ? ""
            : words.say("board.because.known"),
        said.cost(),
        said.terms(listed.free()),
        answers(listed, words),
        listed.answers() == 0);
  }

  private static String who(Listed listed, long reader, Moments moments) {
    Post post = listed.post();
    boolean isMine = post.author().id().value() == reader;
    Optional<String> place = listed.isNear() ? Optional.empty() : post.place().map(Place::name);
    return Stream.of(
            Optional.of(
                isMine ? moments.words().say("board.you") : post.author().name()),
            place,
            post.times().published().map(moments::when))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static String excerpt(String body) {
    String line = body.replaceAll("\\s+", " ").strip();
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  private static String answers(Listed listed, Words words) {
    boolean isOffer = listed.post().draft().kind() == PostKind.OFFER;
    return isOffer && listed.taken() > 0
        ? words.say("board.taken", "count", listed.taken())
        : words.say("board.answers", "count", listed.answers());
  }
}
