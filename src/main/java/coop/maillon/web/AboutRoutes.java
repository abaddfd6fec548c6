package coop.maillon.web;

import io.vertx.core.Future;

/** Pages about Maillon itself: how accessible it is. */
public final class AboutRoutes {

  /** A page of plain sentences. */
  public record PlainPage(String title) {}

  public void mount(RouteTable routes) {
    routes.get("/accessibility", Access.ANYONE, this::accessibility);
  }

  private Future<Answer> accessibility(Ask ask) {
    var page = new PlainPage(ask.words().say("accessibility.title"));
    return Future.succeededFuture(Answer.page("shared/accessibility", page));
  }
}
