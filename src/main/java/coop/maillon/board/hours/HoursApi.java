package coop.maillon.board.hours;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Engagement;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Line;
import coop.maillon.ledger.Standing;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** One's own hours under `/api/v1`. */
public final class HoursApi {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Hours hours;

  public HoursApi(Hours hours) {
    this.hours = hours;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/hours", Access.MEMBER, this::show);
  }

  private Future<Answer> show(Ask ask) {
    var fields = Fields.ofQuery(ask);
    int limit = fields.whole("limit", 1, MOST).orElse(USUAL);
    var before = fields.text("cursor").optional();
    if (before.filter(text -> !text.matches("[0-9]{1,18}")).isPresent()) {
      fields.problem("cursor", "field.cursor");
    }
    if (!fields.complete()) {
      return succeededFuture(fields.refusal());
    }
    var slice = new Accounts.Slice(before.map(Long::valueOf).orElse(Long.MAX_VALUE), limit + 1);
    return hours
        .standing(ask.who())
        .compose(standing -> hours
            .statement(ask.who(), slice)
            .map(statement -> Answer.json(200, json(standing, statement, limit))));
  }

  private static JsonObject json(Standing standing, Hours.Statement statement, int limit) {
    boolean more = statement.lines().size() > limit;
    List<Line> shown = more ? statement.lines().subList(0, limit) : statement.lines();
    var transfers = new JsonArray();
    shown.forEach(line -> transfers.add(json(line)));
    var json = new JsonObject()
        .put("balanceMinutes", standing.balance())
        .put("reservedMinutes", standing.reserved());
    json.put("floorMinutes", standing.floor().isPresent() ? standing.floor().getAsLong() : null);
    var last = more ? shown.get(limit - 1).transfer().toString() : null;
    return json.put("transfers", transfers).put("next", last);
  }

  private static JsonObject json(Line line) {
    return new JsonObject()
        .put("id", line.transfer().toString())
        .put("kind", line.kind())
        .put("at", line.at().toString())
        .put("minutes", line.amount())
        .put("balanceMinutes", line.balance())
        .put("with", new JsonArray(line.others()))
        .put("engagement", Engagement.of(line.about()).map(Object::toString).orElse(null))
        .put("reason", line.reason())
        .put("reverses", line.reverses().map(Object::toString).orElse(null))
        .put("reversed", line.reversed());
  }
}
