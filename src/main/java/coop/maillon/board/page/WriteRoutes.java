package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Conversation;
import coop.maillon.board.NotNowWords;
import coop.maillon.board.Outcome;
import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.board.api.OwnBooking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.db.Repeat;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The form of a post: asked for, sent to be published or kept, and changed later. */
public final class WriteRoutes {

  private static final String TEMPLATE = "board/write";
  private static final String BOARD = "/board";

  private final Reading reading;
  private final OwnBooking own;
  private final Catalogues catalogues;

  public WriteRoutes(Reading reading, OwnBooking own, Catalogues catalogues) {
    this.reading = reading;
    this.own = own;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(BOARD + "/new", Access.MEMBER, this::blank);
    routes.post(BOARD, Access.MEMBER, this::write);
    routes.get(
        BOARD + "/:id/text",
        Access.MEMBER,
        ask -> withOwn(
            ask,
            (there, all) -> succeededFuture(Answer.page(TEMPLATE, there(ask, all, there.post())))));
    routes.post(
        BOARD + "/:id/text",
        Access.MEMBER,
        ask -> withOwn(ask, (there, all) -> change(ask, all, there)));
  }

  private Future<Answer> blank(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> seats(ask).map(seats -> {
          var first = WritePage.first(ask, catalogue, seats);
          var frame = frame(Repeat.freshKey(), Typed.of(first), Map.of(), "");
          return Answer.page(TEMPLATE, WritePage.of(ask, catalogue, frame));
        }));
  }

  /** The booking that the address names, where its seats can be offered. */
  private Future<Optional<BookingReads.Read>> seats(Ask ask) {
    return ask.query("booking")
        .flatMap(BookingId::read)
        .map(id -> own.find(ask.who(), id, ask.now()))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private static WritePage.Frame frame(
      String key, Typed typed, Map<String, String> problems, String earlier) {
    return new WritePage.Frame(
        BOARD,
        BOARD,
        key,
        false,
        typed,
        problems,
        Optional.of(earlier).filter(path -> !path.isEmpty()));
  }

  private Future<Answer> write(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var form = new PostForm(ask, catalogue, reading.zone());
      return checked(ask, form, Set.of())
          .compose(draft -> draft
              .map(wanted -> send(ask, form, wanted)
                  .map(outcome -> outcome.tell(new Sent(ask, catalogue, form))))
              .orElseGet(() -> succeededFuture(refused(ask, catalogue, form))));
    });
  }

  private Future<Optional<PostDraft>> checked(Ask ask, PostForm form, Set<MemberId> accepted) {
    return form.read()
        .map(draft -> own.check(ask, draft, form.fields(), accepted)
            .map(fits -> fits ? Optional.of(draft) : Optional.<PostDraft>empty()))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private Future<Outcome> send(Ask ask, PostForm form, PostDraft draft) {
    var repeat =
        ask.form("key").map(key -> Repeat.posted(ask.who().id(), BOARD, key, form.content()));
    var posts = reading.board().posts();
    return form.isDraft()
        ? posts.keep(ask.who(), draft, repeat)
        : posts.publish(ask.who(), draft, repeat);
  }

  private static Answer refused(Ask ask, Catalogue catalogue, PostForm form) {
    var key = ask.form("key").orElseGet(Repeat::freshKey);
    return Answer.refused(
        TEMPLATE, WritePage.of(ask, catalogue, frame(key, Typed.of(ask), form.problems(), "")));
  }

  /** What the form answers to each thing that may come of sending it. */
  private record Sent(Ask ask, Catalogue catalogue, PostForm form)
      implements Outcome.Cases<Answer> {

    @Override
    public Answer done(Outcome.Done done) {
      return Answer.seeOther(BOARD + "/" + done.id())
          .saying(ask.words().say(form.isDraft() ? "board.said.kept" : "board.said.publication"));
    }

    @Override
    public Answer reused(Outcome.Reused reused) {
      var earlier = BOARD + "/" + reused.conversation().post().id();
      return Answer.refused(
          TEMPLATE,
          WritePage.of(ask, catalogue, frame(Repeat.freshKey(), Typed.of(ask), Map.of(), earlier)));
    }

    @Override
    public Answer notNow(Outcome.NotNow notNow) {
      var why = Map.of("title", NotNowWords.sentence(notNow, ask.words()));
      return Answer.conflict(
          TEMPLATE, WritePage.of(ask, catalogue, frame(Repeat.freshKey(), Typed.of(ask), why, "")));
    }

    @Override
    public Answer against(Outcome.Against against) {
      return Answer.failed(422);
    }

    @Override
    public Answer missing() {
      return Answer.notFound();
    }

    @Override
    public Answer forbidden() {
      return Answer.forbidden();
    }
  }

  private Future<Answer> withOwn(Ask ask, BiFunction<Conversation, Catalogue, Future<Answer>> act) {
    return PostId.read(ask.path("id"))
        .map(id -> catalogues
            .fresh()
            .compose(catalogue -> reading
                .board()
                .reads()
                .find(ask.who(), id)
                .compose(found -> found
                    .map(
                        there -> there.post().author().id().value() == ask.who().id()
                            ? act.apply(there, catalogue)
                            : succeededFuture(Answer.forbidden()))
                    .orElseGet(() -> succeededFuture(Answer.notFound())))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private WritePage there(Ask ask, Catalogue catalogue, Post post) {
    var zone = post.place().map(Place::zone).orElse(reading.zone());
    var typed = WritePage.typed(post.draft(), catalogue, reading.moments(ask, zone));
    return WritePage.of(ask, catalogue, changing(post, Typed.of(typed), Map.of()));
  }

  private static WritePage.Frame changing(Post post, Typed typed, Map<String, String> problems) {
    String path = BOARD + "/" + post.id();
    return new WritePage.Frame(
        path + "/text",
        path,
        "",
        post.status() != PostStatus.DRAFT,
        typed,
        problems,
        Optional.empty());
  }

  private Future<Answer> change(Ask ask, Catalogue catalogue, Conversation there) {
    var post = there.post();
    var form = new PostForm(ask, catalogue, reading.zone());
    return checked(ask, form, there.accepted())
        .compose(draft -> draft
            .map(wanted -> reading
                .board()
                .posts()
                .change(ask.who(), post.id(), wanted)
                .compose(outcome ->
                    outcome.tell(new ActAnswers(reading, ask, post.id(), "board.said.text"))))
            .orElseGet(() -> succeededFuture(Answer.refused(
                TEMPLATE,
                WritePage.of(ask, catalogue, changing(post, Typed.of(ask), form.problems()))))));
  }
}
