package coop.maillon.notification;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.member.MemberId;
import coop.maillon.notification.preference.Preference;
import coop.maillon.notification.preference.Preferences;
import coop.maillon.notification.preference.Verdict;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides of each mail that is due, by what its reader wants at this moment: it leaves, waits for the end of quiet hours, is
 * held for a digest, or does not leave at all. A letter, which holds a link that its reader waits for, always leaves.
 */
final class Sorter {

  private static final Lock GATHERING = Lock.ofJob(41);

  private final MailStore store = new MailStore();
  private final Database database;
  private final Preferences preferences;
  private final Clock clock;

  Sorter(Database database, Preferences preferences, Clock clock) {
    this.database = database;
    this.preferences = preferences;
    this.clock = clock;
  }

  /** Makes one mail for each person of what has waited for their digest until now: whoever does so at once finds nothing left. */
  Future<Void> gather() {
    var now = clock.instant();
    return store
        .isAnyDigestDue(database, now)
        .compose(due -> due
            ? database.transaction(tx ->
                tx.lock(List.of(GATHERING)).compose(locked -> store.gather(tx, clock.instant())))
            : succeededFuture());
  }

  /** Those of them that leave now. */
  Future<List<Queued>> sort(List<Queued> due) {
    return preferences
        .of(due.stream()
            .flatMap(mail -> mail.notice().stream())
            .map(notice -> notice.to().id())
            .distinct()
            .toList())
        .compose(
            known -> Future.join(due.stream().map(mail -> sort(mail, known)).toList()))
        .map(all ->
            all.<Optional<Queued>>list().stream().flatMap(Optional::stream).toList());
  }

  private Future<Optional<Queued>> sort(Queued mail, Map<MemberId, Preference> known) {
    var verdict = mail.notice()
        .map(notice -> Optional.ofNullable(known.get(notice.to().id()))
            .map(reader -> reader.judge(notice.matter(), clock.instant()))
            .orElse(Verdict.WITHHELD))
        .orElse(Verdict.LEAVES);
    return switch (verdict.way()) {
      case LEAVES -> succeededFuture(Optional.of(mail));
      case WAITS -> store.putOff(database, mail.id(), verdict.at()).map(Optional.empty());
      case IN_DIGEST -> store.hold(database, mail.id(), verdict.at()).map(Optional.empty());
      case WITHHELD -> withhold(mail).map(Optional.empty());
    };
  }

  Future<Void> withhold(Queued mail) {
    return store.withhold(database, mail.id(), clock.instant());
  }
}
