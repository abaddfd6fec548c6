package coop.maillon.screen;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.Ids;
import coop.maillon.member.session.Secret;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;

/** What displays ask for, and the page on which coordinators hang them up. */
public final class ScreenRoutes {

  private static final String HOME = "/manage/screens";
  private static final int LONGEST_LABEL = 60;

  private final Screens screens;
  private final Catalogues catalogues;
  private final String linkBase;

  /** What the routes stand on. */
  public record Ground(Database database, Catalogues catalogues, Events events, Clock clock) {}

  /** @param linkBase the address of this server, without a slash at the end */
  public ScreenRoutes(Ground ground, String linkBase) {
    this.screens =
        new Screens(ground.database(), ground.catalogues(), ground.events(), ground.clock());
    this.catalogues = ground.catalogues();
    this.linkBase = linkBase;
  }

  public void mount(RouteTable routes) {
    routes.get("/screen/:slug", Access.ANYONE, this::show);
    routes.get(HOME, Access.COORDINATOR, ask -> list(ask, Optional.empty()));
    routes.post(HOME, Access.COORDINATOR, this::hang);
    routes.post(HOME + "/:id/revocation", Access.COORDINATOR, this::takeDown);
  }

  private Future<Answer> show(Ask ask) {
    var slug = ask.path("slug");
    var key = ask.query("key").orElse("");
    var here = "/screen/" + slug + "?key=" + key;
    return screens
        .show(slug, new Secret(key))
        .map(found -> found
            .map(shown -> {
              var page = ScreenPage.of(shown, ask.words(), ask.now(), here);
              return Answer.fragment(ask.htmx() ? "screen/_now" : "screen/show", page);
            })
            .orElseGet(Answer::notFound));
  }

  private Future<Answer> hang(Ask ask) {
    String[] pair = ask.form("what").orElse("").split(":", 2);
    var id = pair.length < 2 ? Optional.<Long>empty() : Ids.read(pair[1]);
    var label = ask.form("label").orElse("").strip();
    if (id.isEmpty() || label.length() > LONGEST_LABEL) {
      return Future.succeededFuture(Answer.notFound());
    }
    var names = ask.form("names").filter("first"::equals).isPresent()
        ? Screen.Names.FIRST
        : Screen.Names.NONE;
    var screen = new Screen(
        0,
        id.filter(known -> pair[0].equals("resource")),
        id.filter(known -> pair[0].equals("site")),
        label,
        names,
        Optional.empty());
    return screens
        .hang(ask.who(), screen)
        .compose(secret -> secret
            .map(made -> link(screen, made).compose(link -> list(ask, Optional.of(link))))
            .orElseGet(() -> Future.succeededFuture(Answer.notFound())));
  }

  private Future<String> link(Screen screen, Secret secret) {
    return catalogues
        .fresh()
        .map(catalogue ->
            linkBase + "/screen/" + Screens.slugOf(screen, catalogue) + "?key=" + secret.value());
  }

  private Future<Answer> takeDown(Ask ask) {
    return Ids.read(ask.path("id"))
        .map(id -> screens
            .takeDown(ask.who(), id)
            .map(gone -> gone
                ? Answer.seeOther(HOME).saying(ask.words().say("screen.revoked"))
                : Answer.notFound()))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> list(Ask ask, Optional<String> made) {
    return screens
        .of(ask.who())
        .compose(found -> catalogues
            .fresh()
            .map(catalogue ->
                Answer.page("screen/list", ScreensPage.of(ask, found, catalogue, made))));
  }
}
