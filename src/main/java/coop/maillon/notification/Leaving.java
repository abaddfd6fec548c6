package coop.maillon.notification;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.approval.ApprovalLinks;
import io.vertx.core.Future;
import java.time.Instant;

/** Writes a mail as it leaves: whoever is asked for a yes gets a link to say it by, which is nowhere else. */
final class Leaving {

  private final MailWriter writer;
  private final ApprovalLinks links;

  Leaving(MailWriter writer, ApprovalLinks links) {
    this.writer = writer;
    this.links = links;
  }

  /** With a link of its own each time: of several tries nobody knows which arrived. */
  Future<Mail> write(Queued queued) {
    return queued
        .notice()
        .filter(Notice::asks)
        .map(notice -> links.make(asked(notice, queued)).map(path -> writer.write(notice, path)))
        .orElseGet(() -> succeededFuture(queued).map(writer::write));
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
