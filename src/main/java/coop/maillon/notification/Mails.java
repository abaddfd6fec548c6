package coop.maillon.notification;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.account.Letter;
import coop.maillon.member.account.Letters;
import coop.maillon.notification.MailStore.Counts;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue of mail: that there is one is written in the transaction of what it tells; its words, which cost more than all of
 * that, when it leaves.
 */
public final class Mails implements Letters {

  private static final int SHOWN = 200;

  private final Database database;
  private final MailStore store = new MailStore();
  private final MailWriter writer;
  private final Leaving leaving;
  private final Postman postman;
  private final Clock clock;

  Mails(Database database, Means means, Clock clock) {
    this.database = database;
    this.writer = means.writer();
    this.leaving = means.leaving();
    this.postman = means.postman();
    this.clock = clock;
  }

  /** Who writes mails, and who brings them. */
  record Means(MailWriter writer, Leaving leaving, Postman postman) {}

  @Override
  public Future<Void> post(Tx tx, Letter letter) {
    tx.afterCommit(postman::wake);
    return store.queue(tx, letter.to().id(), writer.write(letter), clock.instant());
  }

  Future<Void> queue(Tx tx, List<Notice> notices) {
    tx.afterCommit(postman::wake);
    return store.queue(tx, notices, clock.instant());
  }

  /** Whether there is a server to send by. */
  public boolean leaves() {
    return postman.hasServer();
  }

  /** How the queue stands; what left counts for a day. */
  Future<Counts> counts() {
    return store.counts(database, clock.instant().minus(Duration.ofDays(1)));
  }

  /** The newest that have not left. */
  Future<List<Unsent>> unsent() {
    return store
        .unsent(database, SHOWN)
        .map(mails -> mails.stream()
            .map(mail -> new Unsent(mail, writer.write(mail).content().subject()))
            .toList());
  }

  /** A mail that has not left, and what it is called. */
  record Unsent(Queued mail, String subject) {}

  /** The newest as they read, sent or not. */
  public Future<List<Posted>> latest() {
    return store
        .latest(database, SHOWN)
        .map(mails ->
            mails.stream().map(mail -> Posted.of(mail, writer.write(mail))).toList());
  }

  /** One as it would leave now, with what only its reader may do: for the demo and for tests, from where none leaves. */
  public Future<Optional<Posted>> find(long id) {
    return store
        .find(database, id)
        .compose(found -> found
            .map(mail ->
                leaving.write(mail).map(written -> written.map(one -> Posted.of(mail, one))))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Tries all again now, those given up too. */
  public Future<Void> tryAgain() {
    return store.revive(database, clock.instant()).onSuccess(done -> postman.wake());
  }

  /** Throws away mails older than that. */
  public Future<Void> tidy(Duration kept) {
    return store.forgetBefore(database, clock.instant().minus(kept));
  }

  /** A mail as it reads, for whoever looks at the queue behind its back. */
  public record Posted(
      long id,
      String recipient,
      String subject,
      String text,
      String html,
      Optional<String> calendar,
      Instant createdAt,
      boolean sent) {

    static Posted of(Queued queued, Mail mail) {
      return new Posted(
          queued.id(),
          queued.recipient(),
          mail.content().subject(),
          mail.content().text(),
          mail.content().html(),
          mail.appointed().map(Mail.Appointed::calendar),
          queued.course().createdAt(),
          queued.course().state() == Queued.State.SENT);
    }
  }
}
