package coop.maillon.board.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.Listed;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostId;
import coop.maillon.board.Shape;
import coop.maillon.board.act.Board;
import coop.maillon.db.Repeat;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Posts and answers to them under `/api/v1`. */
public final class PostApi {

  private static final String POSTS = "/api/v1/posts";
  private static final String[] MEMBERS = {
    "kind",
    "mode",
    "title",
    "body",
    "skills",
    "draft",
    "site",
    "places",
    "manner",
    "estimateMinutes",
    "neededBy",
    "expiresAt",
    "resource",
    "booking"
  };

  private final Board board;
  private final OwnBooking own;
  private final Catalogues catalogues;

  public PostApi(Board board, OwnBooking own, Catalogues catalogues) {
    this.board = board;
    this.own = own;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(POSTS, Access.MEMBER, this::list);
    routes.post(POSTS, Access.MEMBER, this::write);
    routes.get(POSTS + "/:id", Access.MEMBER, this::show);
    routes.post(POSTS + "/:id/answers", Access.MEMBER, this::answer);
  }

  private Future<Answer> list(Ask ask) {
    var fields = Fields.ofQuery(ask);
    var filter = PostListAsk.read(fields);
    return fields.complete()
        ? board.reads().list(ask.who(), filter).map(all -> page(ask, filter, all))
        : succeededFuture(fields.refusal());
  }

  private static Answer page(Ask ask, PostFilter filter, List<Listed> all) {
    boolean more = all.size() == filter.limit();
    List<Listed> shown = more ? all.subList(0, filter.limit() - 1) : all;
    var items = new JsonArray();
    shown.forEach(one -> items.add(json(ask).of(one)));
    var next = more ? PostFilter.Cursor.of(shown.get(shown.size() - 1)).word() : null;
    return Answer.json(200, new JsonObject().put("items", items).put("next", next));
  }

  private Future<Answer> write(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var fields = Fields.ofJson(ask, MEMBERS);
      return fields.flag("draft")
          ? write(
              ask, fields, read(fields, catalogue, ask, PostAsk.Whole.A_TITLE), board.posts()::keep)
          : write(
              ask, fields, read(fields, catalogue, ask, PostAsk.Whole.ALL), board.posts()::publish);
    });
  }

  private Future<Answer> write(Ask ask, Fields fields, Optional<PostDraft> draft, Writing writing) {
    return draft
        .map(wanted -> own.check(ask, wanted, fields, Set.of())
            .compose(
                fits -> fits ? write(ask, wanted, writing) : succeededFuture(fields.refusal())))
        .orElseGet(() -> succeededFuture(fields.refusal()));
  }

  private static Optional<PostDraft> read(
      Fields fields, Catalogue catalogue, Ask ask, PostAsk.Whole whole) {
    var estimate = fields.whole("estimateMinutes", 1, Shape.MOST_MINUTES);
    var pieces = new PostAsk.Pieces(
        fields.list("skills"),
        estimate.map(OptionalInt::of).orElse(OptionalInt.empty()),
        fields.instant("neededBy"),
        fields.instant("expiresAt"));
    return new PostAsk(fields, catalogue, ask.now()).read(pieces, whole);
  }

  /** Puts it on the board, or keeps it. */
  private interface Writing {
    Future<Outcome> write(coop.maillon.web.Who who, PostDraft draft, Optional<Repeat> repeat);
  }

  private static Future<Answer> write(Ask ask, PostDraft draft, Writing writing) {
    return writing
        .write(ask.who(), draft, repeat(ask, POSTS))
        .map(outcome -> outcome.tell(new BoardAnswers(ask, done -> {
          var id = done.conversation().post().id();
          return Answer.json(201, json(ask).of(done.conversation()))
              .with("Location", POSTS + "/" + id);
        })));
  }

  private Future<Answer> show(Ask ask) {
    return withPost(
        ask,
        id -> board
            .reads()
            .find(ask.who(), id)
            .map(found -> found
                .map(there -> Answer.json(200, json(ask).of(there)))
                .orElseGet(Answer::notFound)));
  }

  private Future<Answer> answer(Ask ask) {
    var fields = Fields.ofJson(ask, "body");
    String body = fields.text("body").max(coop.maillon.board.Answer.LONGEST).required();
    return fields.complete()
        ? withPost(
            ask,
            id -> board
                .answers()
                .propose(ask.who(), id, body, repeat(ask, ask.path()))
                .map(outcome -> outcome.tell(new BoardAnswers(
                    ask,
                    done -> Answer.json(
                        201, answer(ask, done.conversation(), new AnswerId(done.id())))))))
        : succeededFuture(fields.refusal());
  }

  private static JsonObject answer(Ask ask, Conversation conversation, AnswerId id) {
    return json(ask).answer(conversation, conversation.answer(id).orElseThrow());
  }

  private static Future<Answer> withPost(Ask ask, Function<PostId, Future<Answer>> act) {
    return PostId.read(ask.path("id")).map(act).orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  /** The same key with the same body is the same request. */
  private static Optional<Repeat> repeat(Ask ask, String path) {
    return ask.header("Idempotency-Key")
        .map(key -> Repeat.posted(ask.who().id(), path, key, ask.body().encode()));
  }

  private static BoardJson json(Ask ask) {
    return new BoardJson(ask.who(), ask.now());
  }
}
