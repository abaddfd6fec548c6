package coop.maillon.notification.inbox;

import coop.maillon.member.MemberId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.Optional;

/** The page of one's messages. */
public final class InboxRoutes {

  private static final int MOST_DIGITS = 18;

  private final Inbox inbox;
  private final ZoneId zone;

  /**
   * Makes the routes.
   *
   * @param zone in which the days of the list are told apart
   */
  public InboxRoutes(Inbox inbox, ZoneId zone) {
    this.inbox = inbox;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get("/inbox", Access.SIGNED_IN, this::list);
    routes.post("/inbox/read", Access.SIGNED_IN, this::read);
    routes.get("/inbox/:seq", Access.SIGNED_IN, this::open);
  }

  private Future<Answer> list(Ask ask) {
    long before = number(ask.query("before")).orElse(Long.MAX_VALUE);
    return inbox
        .latest(reader(ask), before, InboxPage.PAGE)
        .map(messages -> Answer.page("notification/inbox", InboxPage.of(ask, messages, zone)));
  }

  private Future<Answer> read(Ask ask) {
    return inbox
        .readUpTo(reader(ask), number(ask.form("upTo")).orElse(0L))
        .map(done -> Answer.seeOther("/inbox"));
  }

  /** Leads to what the message is about, and marks it as read: harmless however often it is asked for. */
  private Future<Answer> open(Ask ask) {
    return number(Optional.of(ask.path("seq")))
        .map(seq -> inbox
            .open(reader(ask), seq)
            .map(link -> link.map(Answer::seeOther).orElseGet(Answer::notFound)))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  static MemberId reader(Ask ask) {
    return new MemberId(ask.who().id());
  }

  private static Optional<Long> number(Optional<String> text) {
    return text.filter(typed -> typed.length() <= MOST_DIGITS && typed.matches("\\d+"))
        .map(Long::valueOf);
  }
}
