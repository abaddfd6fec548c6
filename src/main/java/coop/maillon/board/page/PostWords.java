package coop.maillon.board.page;

import coop.maillon.board.Mode;
import coop.maillon.board.Post;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.web.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A post in words: what it is, what it takes, where it stands. */
record PostWords(Words words, Post post) {

  String icon() {
    return switch (post.draft().kind()) {
      case REQUEST -> "ask";
      case OFFER -> "gift";
      case QUESTION -> "question";
    };
  }

  String kind() {
    return words.say("board.kind." + post.draft().kind().word());
  }

  /** 1 h estimée; gratuit. */
  String cost() {
    PostDraft draft = post.draft();
    if (draft.kind() == PostKind.QUESTION) {
      return words.say("board.cost.question");
    }
    return draft.mode() == Mode.HOURS
        ? words.say(
            "board.cost.hours",
            "length",
            words.minutes(draft.shape().estimateMinutes().orElseThrow()),
            "minutes",
            draft.shape().estimateMinutes().orElseThrow())
        : words.say("board.cost." + draft.mode().word());
  }

  /** Compte d’heures · 2 places. */
  String terms(int free) {
    PostDraft draft = post.draft();
    Optional<String> account = draft.kind() != PostKind.QUESTION && draft.mode() != Mode.FREE
        ? Optional.of(words.say("board.terms." + draft.mode().word()))
        : Optional.empty();
    Optional<String> places = draft.shape().places() > 1
        ? Optional.of(words.say("board.terms.places", "free", free))
        : Optional.empty();
    Optional<String> remote =
        draft.site().isEmpty() ? Optional.of(words.say("board.terms.remote")) : Optional.empty();
    return Stream.of(account, places, remote)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /**
   * That it is full, or needed soon; off the board, what became of it.
   *
   * @param free how many places are left
   */
  Optional<State> state(int free, Moments moments) {
    if (post.times().hidden().isPresent()) {
      return Optional.of(new State("no", "eye", words.say("moderation.state")));
    }
    PostStatus status = post.statusAt(moments.now());
    String label = words.say("board.status." + status.word());
    return switch (status) {
      case PUBLISHED -> onTheBoard(free, moments);
      case DRAFT -> Optional.of(new State("wait", "glass", label));
      case RESOLVED -> Optional.of(new State("ok", "check", label));
      case WITHDRAWN, EXPIRED -> Optional.of(new State("", "x", label));
    };
  }

  private Optional<State> onTheBoard(int free, Moments moments) {
    if (free == 0 && post.draft().kind() != PostKind.QUESTION) {
      return Optional.of(
          new State("ok", "check", words.say("board.full." + post.draft().kind().word())));
    }
    return post.isUrgentAt(moments.now())
        ? post.draft()
            .dates()
            .neededBy()
            .map(by ->
                new State("no", "flag", words.say("board.before", "day", moments.shortLastDay(by))))
        : Optional.empty();
  }
}
