package coop.maillon.notification;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.account.Letter;
import coop.maillon.member.account.Letters;
import coop.maillon.notification.MailStore.Counts;
import coop.maillon.notification.MailStore.Unsent;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The queue of mail: written in the transaction of what it tells, sent afterwards. */
public final class Mails implements Letters {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final MailStore store = new MailStore();
  private final MailWriter writer;
  private final Postman postman;
  private final Clock clock;

  public Mails(Database database, MailWriter writer, Postman postman, Clock clock) {
    this.database = database;
    this.writer = writer;
    this.postman = postman;
    this.clock = clock;
  }

  @Override
  public Future<Void> post(Tx tx, Letter letter) {
    tx.afterCommit(postman::wake);
    return store.queue(tx, List.of(writer.write(letter)), clock.instant());
  }

  Future<Void> queue(Tx tx, List<Notice> notices) {
    tx.afterCommit(postman::wake);
    return store.queue(tx, notices.stream().map(writer::write).toList(), clock.instant());
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
    return store.unsent(database);
  }

  /** Tries all again now, those given up too. */
  Future<Void> tryAgain() {
    return store.revive(database, clock.instant()).onSuccess(done -> postman.wake());
  }

  /** Throws away mails older than a month. */
  public Future<Void> tidy() {
    return store.forgetBefore(database, clock.instant().minus(KEPT));
  }
}
