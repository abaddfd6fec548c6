package coop.maillon.notification.preference;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.notification.preference.LeaveLinks.Wanted;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.function.Function;

/** The page behind the link that stops mails. Opening it stops nothing: programs that look through mail open links too. */
public final class LeaveRoutes {

  private static final int LONGEST = 4096;
  private static final String TEMPLATE = "notification/unsubscribe";

  private final LeaveLinks links;
  private final Preferences preferences;

  public LeaveRoutes(LeaveLinks links, Preferences preferences) {
    this.links = links;
    this.preferences = preferences;
  }

  public void mount(RouteTable routes) {
    var path = LeaveLinks.PATH + ":token";
    routes.get(path, Access.ANYONE, ask -> found(ask, wanted -> look(ask, wanted)));
    // Some mail programs send their one field as a form with parts.
    routes.upload(path, Access.ANYONE, LONGEST, ask -> found(ask, wanted -> act(ask, wanted)));
  }

  private Future<Answer> found(Ask ask, Function<Wanted, Future<Answer>> act) {
    return links
        .read(ask.path("token"))
        .compose(wanted -> wanted.map(act).orElseGet(() -> succeededFuture(gone(ask))));
  }

  private static Answer gone(Ask ask) {
    return new Answer.Page(410, TEMPLATE, LeavePage.gone(ask), Headers.NONE);
  }

  private Future<Answer> look(Ask ask, Wanted wanted) {
    return preferences
        .of(wanted.member())
        .map(known -> Answer.page(TEMPLATE, LeavePage.of(ask, wanted, known)));
  }

  /** A mail program that acts for its reader wants no redirection (RFC 8058, 3.1). */
  private Future<Answer> act(Ask ask, Wanted wanted) {
    var stopped = ask.form("choice").flatMap(Timing::of).orElse(Timing.NEVER);
    return preferences
        .setMail(wanted, stopped)
        .compose(done -> ask.form("List-Unsubscribe").isPresent()
            ? look(ask, wanted)
            : succeededFuture(Answer.seeOther(ask.path())));
  }
}
