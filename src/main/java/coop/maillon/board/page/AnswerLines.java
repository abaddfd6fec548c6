package coop.maillon.board.page;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.PostKind;
import coop.maillon.board.Sight;
import coop.maillon.member.MemberId;
import coop.maillon.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the answers to a post into words for one reader: accepted ones first, then those in line, then the others as they came. */
record AnswerLines(Conversation conversation, Sight sight, Moments moments) {

  private static final List<String> TONES = List.of("", "b", "c", "d");

  List<AnswerLine> all() {
    return conversation.answers().stream()
        .filter(one -> sight.sees(conversation.post(), one))
        .filter(this::isShown)
        .sorted(Comparator.comparingInt(this::rank).thenComparing(this::order))
        .map(this::of)
        .toList();
  }

  /** What came to nothing concerns only those two. */
  private boolean isShown(Answer answer) {
    boolean isClosed = answer.status() == AnswerStatus.CLOSED;
    return !isPast(answer) || isClosed || answer.member().is(reader()) || isAuthor();
  }

  /** What was said to a question stays said when it is resolved. */
  private boolean isPast(Answer answer) {
    boolean stays = isQuestion() && answer.status() == AnswerStatus.CLOSED;
    return !answer.isOpen() && !answer.isAccepted() && !stays;
  }

  private MemberId reader() {
    return sight.reader();
  }

  private int rank(Answer answer) {
    if (isKept(answer)) {
      return 0;
    }
    return switch (answer.status()) {
      case WAITING -> 1;
      case PROPOSED, ACCEPTED -> 2;
      default -> 3;
    };
  }

  private long order(Answer answer) {
    int place = conversation.inLine(answer.id());
    return place > 0 ? place : answer.id().value();
  }

  private boolean isAuthor() {
    return conversation.post().isBy(reader());
  }

  private boolean isOffer() {
    return conversation.post().draft().kind() == PostKind.OFFER;
  }

  private boolean isQuestion() {
    return conversation.post().draft().kind() == PostKind.QUESTION;
  }

  private boolean isKept(Answer answer) {
    return answer.isAccepted()
        || conversation.post().solvedBy().filter(answer.id()::equals).isPresent();
  }

  AnswerLine of(Answer answer) {
    return new AnswerLine(
        answer.id().toString(),
        answer.member().initials(),
        TONES.get((int) (answer.member().id().value() % TONES.size())),
        answer.member().name(),
        answer.member().is(reader()),
        isKept(answer),
        isPast(answer),
        state(answer),
        moments.when(answer.at()),
        Paragraphs.of(answer.body()),
        place(answer),
        answer.replies().stream()
            .map(one -> new AnswerLine.Said(
                one.member().is(reader())
                    ? words().say("board.you")
                    : one.member().name(),
                one.body(),
                moments.when(one.at())))
            .toList(),
        thanks(answer),
        can(answer));
  }

  private Words words() {
    return moments.words();
  }

  private Optional<State> state(Answer answer) {
    if (answer.hidden().isPresent()) {
      return Optional.of(new State("no", "eye", words().say("moderation.state")));
    }
    String key = "board.answer." + answer.status().word();
    if (isQuestion() && isKept(answer)) {
      return Optional.of(new State("ok", "check", words().say("board.answer.right")));
    }
    return switch (answer.status()) {
      case ACCEPTED ->
        Optional.of(new State("ok", "check", words().say(isOffer() ? key + ".offer" : key)));
      case WAITING -> Optional.of(waiting(answer));
      case DECLINED, WITHDRAWN -> Optional.of(new State("", "x", words().say(key)));
      case CLOSED ->
        isQuestion() ? Optional.empty() : Optional.of(new State("", "x", words().say(key)));
      case PROPOSED -> Optional.empty();
    };
  }

  private State waiting(Answer answer) {
    int place = conversation.inLine(answer.id());
    return new State("", "glass", words().say("board.answer.waiting", "place", place));
  }

  private String place(Answer answer) {
    int place = conversation.inLine(answer.id());
    return place > 0 && answer.member().is(reader())
        ? words().say("board.full.line", "place", place)
        : "";
  }

  private List<AnswerLine.Said> thanks(Answer answer) {
    Stream<Engagement.Thanks> all =
        answer
            .engagement()
            .filter(id -> answer.isAccepted())
            .flatMap(conversation::engagement)
            .stream()
            .flatMap(one -> one.thanks().stream());
    return all.map(
            one -> new AnswerLine.Said(one.from().name(), one.body(), moments.when(one.at())))
        .toList();
  }

  private AnswerLine.Can can(Answer answer) {
    boolean isOpen = conversation.post().isOpenAt(moments.now());
    boolean decides = isOpen && isAuthor() && answer.isOpen();
    boolean talks = (isAuthor() || answer.member().is(reader())) && (isOpen || answer.isAccepted());
    return new AnswerLine.Can(
        decides && answer.member().isHere() ? accept(answer) : "",
        answer.status() == AnswerStatus.WAITING && conversation.isFull(),
        decides && !isQuestion() ? words().say("board.answer.decline") : "",
        isOpen && answer.isOpen() && answer.member().is(reader())
            ? words().say("board.answer.withdraw")
            : "",
        talks ? words().say("board.answer.reply") : "",
        answer.member().is(reader()) ? "" : report(answer));
  }

  private String report(Answer answer) {
    return "/board/" + conversation.post().id() + "/report?answer=" + answer.id();
  }

  private String accept(Answer answer) {
    if (isQuestion()) {
      return words().say("board.answer.solve");
    }
    if (!conversation.isFull()) {
      return words().say("board.answer.accept");
    }
    return words()
        .say(
            answer.status() == AnswerStatus.WAITING ? "board.answer.also" : "board.answer.line-up");
  }
}
