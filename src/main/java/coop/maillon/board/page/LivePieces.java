package coop.maillon.board.page;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.Listed;
import coop.maillon.board.Place;
import coop.maillon.event.Event;
import coop.maillon.web.Views;
import coop.maillon.web.Who;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pieces of open pages that an event changes, for one reader.
 *
 * @param zone of what is done at a distance
 */
record LivePieces(Views views, ZoneId zone) {

  private static final String AGREED = "(engagement|thanks)[.].*|answer[.]accepted";

  /** Who reads what, and when. */
  record Scene(Conversation conversation, Who reader, Instant now) {}

  /** Of a line of the list: where the post stands, and how many answered. */
  String line(Scene scene) {
    var conversation = scene.conversation();
    int answers = (int) conversation.answers().stream()
        .filter(one -> one.isOpen() || one.isAccepted())
        .count();
    var listed = new Listed(conversation.post(), answers, conversation.taken(), false, Set.of());
    var line = PostLine.of(listed, scene.reader().id(), moments(scene));
    return views.fragment("board/_live-line", line, scene.reader().language());
  }

  /** Of a post's page: where it stands, its answers, and where that changed what the reader agreed on. */
  String conversation(Scene scene, Event event) {
    var pages =
        new PostPages(scene.conversation(), scene.reader(), Optional.empty(), moments(scene));
    var page = pages.page(PostPages.Said.NOTHING, List.of(), 0);
    String language = scene.reader().language();
    String answers = views.fragment("board/_live", page, language);
    return event.kind().matches(AGREED)
        ? answers + views.fragment("board/_deals", page, language)
        : answers;
  }

  /** Who answered just now; nobody is told their own answer. */
  Optional<String> sentence(Scene scene, Event event) {
    return Optional.ofNullable(event.data().getLong("answer"))
        .filter(id -> event.kind().equals("answer.proposed"))
        .flatMap(id -> scene.conversation().answer(new AnswerId(id)))
        .map(Answer::member)
        .filter(member -> member.id().value() != scene.reader().id())
        .map(member -> moments(scene).words().say("board.live.answer", "who", member.name()));
  }

  private Moments moments(Scene scene) {
    var at = scene.conversation().post().place().map(Place::zone).orElse(zone);
    return new Moments(views.messages().in(scene.reader().language()), at, scene.now());
  }
}
