package coop.maillon.web;

import static io.vertx.core.Future.succeededFuture;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** Pages about Maillon itself: how accessible it is, and what programs can ask of it. */
public final class AboutRoutes {

  /** A page of plain sentences. */
  public record PlainPage(String title) {}

  private final JsonObject description =
      new JsonObject(Buffer.buffer(ClassPath.read("web/openapi.json")));
  private final ApiPage api = ApiPage.of(description);

  public void mount(RouteTable routes) {
    routes
        .get("/accessibility", Access.ANYONE, this::accessibility)
        .get("/api", Access.ANYONE, ask -> succeededFuture(Answer.page("shared/api", api)))
        .get(
            Web.API + "/openapi.json",
            Access.ANYONE,
            ask -> succeededFuture(Answer.json(200, description)));
  }

  private Future<Answer> accessibility(Ask ask) {
    var page = new PlainPage(ask.words().say("accessibility.title"));
    return succeededFuture(Answer.page("shared/accessibility", page));
  }
}
