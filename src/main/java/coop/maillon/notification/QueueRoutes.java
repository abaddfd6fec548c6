package coop.maillon.notification;

import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.ZoneId;

/** The page on which an administrator sees why mail does not leave. */
public final class QueueRoutes {

  private final Mails mails;
  private final ZoneId zone;

  public QueueRoutes(Mails mails, ZoneId zone) {
    this.mails = mails;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get("/manage/mail", Access.ADMINISTRATOR, this::show);
    routes.post("/manage/mail/retry", Access.ADMINISTRATOR, this::retry);
  }

  private Future<Answer> show(Ask ask) {
    var words = ask.words();
    var unsent = mails.unsent();
    return mails
        .counts()
        .compose(counts -> unsent.map(found -> Answer.page(
            "notification/queue",
            QueuePage.of(
                words,
                mails.leaves(),
                counts,
                found.stream().map(mail -> QueuePage.line(mail, words, zone)).toList()))));
  }

  private Future<Answer> retry(Ask ask) {
    return mails
        .tryAgain()
        .map(done ->
            Answer.seeOther("/manage/mail").saying(ask.words().say("notification.queue.retried")));
  }
}
