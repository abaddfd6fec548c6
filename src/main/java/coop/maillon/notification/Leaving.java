package coop.maillon.notification;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.approval.ApprovalLinks;
import coop.maillon.db.Database;
import coop.maillon.notification.preference.LeaveLinks;
import coop.maillon.notification.preference.Preferences;
import coop.maillon.notification.preference.Topic;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes a mail as it leaves: whoever is asked for a yes gets a link to say it by, which is nowhere else, and a digest tells
 * what is still worth telling.
 */
final class Leaving {

  private final MailStore store = new MailStore();
  private final Database database;
  private final MailWriter writer;
  private final Means means;
  private final Clock clock;

  Leaving(Database database, MailWriter writer, Means means, Clock clock) {
    this.database = database;
    this.writer = writer;
    this.means = means;
    this.clock = clock;
  }

  /** What else it takes to write them. */
  record Means(ApprovalLinks approvals, LeaveLinks leaves, Preferences preferences) {}

  /** Nothing where a digest has nothing to tell any more. */
  Future<Optional<Mail>> write(Queued queued) {
    return queued
        .digestFor()
        .map(reader -> digest(queued.id(), reader))
        .orElseGet(() -> single(queued).map(Optional::of));
  }

  private Future<Optional<Mail>> digest(long id, Notice.Reader reader) {
    return store
        .gathered(database, id)
        .compose(notices -> worthTelling(reader, notices))
        .compose(worth -> worth.isEmpty()
            ? succeededFuture(Optional.empty())
            : leave(reader, Optional.empty())
                .map(path -> Optional.of(writer.write(reader, worth, Optional.of(path)))));
  }

  /** The path by which that reader stops mails of a topic, or digests. */
  private Future<String> leave(Notice.Reader reader, Optional<Topic> topic) {
    return means.leaves().path(new LeaveLinks.Wanted(reader.id(), topic));
  }

  /** To somebody who is not in any more, nothing. */
  private Future<List<Notice>> worthTelling(Notice.Reader reader, List<Notice> notices) {
    return means
        .preferences()
        .of(List.of(reader.id()))
        .map(found -> notices.stream()
            .filter(notice -> Optional.ofNullable(found.get(reader.id()))
                .filter(wanted -> !wanted.leavesOut(notice.matter(), clock.instant()))
                .isPresent())
            .toList());
  }

  private Future<Mail> single(Queued queued) {
    return queued
        .notice()
        .map(notice -> leave(notice.to(), Optional.of(Topic.of(notice.kind())))
            .compose(leave ->
                path(notice, queued).map(path -> writer.write(notice, path, Optional.of(leave)))))
        .orElseGet(() -> succeededFuture(queued).map(writer::write));
  }

  /** To decide by: one of its own each time, for of several tries nobody knows which arrived. */
  private Future<String> path(Notice notice, Queued queued) {
    return notice.asks()
        ? means.approvals().make(asked(notice, queued))
        : succeededFuture(notice.link());
  }

  private static ApprovalLinks.Asked asked(Notice notice, Queued queued) {
    return new ApprovalLinks.Asked(
        new BookingId(notice.data().getLong("booking")),
        notice.to().id(),
        notice.data().getInteger("version"),
        Instant.parse(notice.data().getString("start")),
        queued.course().createdAt());
  }
}
