package coop.maillon.notification.inbox;

import coop.maillon.notification.Wording;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One's messages for programs: by number, oldest first, so that nothing is lost and nothing comes twice. */
public final class InboxApi {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Inbox inbox;

  public InboxApi(Inbox inbox) {
    this.inbox = inbox;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/inbox", Access.SIGNED_IN, this::list);
    routes.post("/api/v1/inbox/read", Access.SIGNED_IN, this::read);
  }

  /** A message as the API writes it, worded for its reader. */
  static JsonObject json(InboxMessage message, Words words) {
    var wording = Wording.of(message.kind(), message.data(), words);
    var data = message.data().copy();
    Optional.ofNullable(data.getLong("booking"))
        .ifPresent(id -> data.put("booking", String.valueOf(id)));
    return new JsonObject()
        .put("seq", message.seq())
        .put("kind", message.kind())
        .put("at", message.at().toString())
        .put("read", message.read())
        .put("title", wording.title())
        .put("text", wording.text())
        .put("data", data);
  }

  private Future<Answer> list(Ask ask) {
    var fields = Fields.ofQuery(ask);
    var after = number(fields, "after");
    var cursor = number(fields, "cursor");
    int limit = fields.whole("limit", 1, MOST).orElse(USUAL);
    if (!fields.complete()) {
      return Future.succeededFuture(fields.refusal());
    }
    return inbox
        .after(InboxRoutes.reader(ask), Math.max(after, cursor), limit)
        .map(messages -> Answer.json(200, page(messages, limit, ask)));
  }

  private static JsonObject page(List<InboxMessage> messages, int limit, Ask ask) {
    var items = new JsonArray();
    messages.forEach(message -> items.add(json(message, ask.words())));
    var next =
        messages.size() < limit ? null : Long.toString(messages.get(limit - 1).seq());
    return new JsonObject()
        .put("items", items)
        .put("next", next)
        .put("unread", ask.who().unread());
  }

  private Future<Answer> read(Ask ask) {
    var fields = Fields.ofJson(ask, "upTo").required("upTo");
    if (!(ask.body().getValue("upTo") instanceof Number upTo) || !fields.complete()) {
      return Future.succeededFuture(fields.problem("upTo", "field.whole").refusal());
    }
    var reader = InboxRoutes.reader(ask);
    return inbox
        .readUpTo(reader, upTo.longValue())
        .compose(done -> inbox.unread(reader))
        .map(unread -> Answer.json(200, new JsonObject().put("unread", unread)));
  }

  private static long number(Fields fields, String name) {
    var text = fields.text(name).max(18).optional();
    if (text.filter(typed -> !typed.matches("\\d+")).isPresent()) {
      fields.problem(name, "field.whole");
      return 0;
    }
    return text.map(Long::parseLong).orElse(0L);
  }
}
