package coop.maillon.board.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.PostDraft;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.web.Who;
import io.vertx.core.Future;

/** A post can be about a booking of its author's, and about nobody else's: it tells all members when that is. */
public record OwnBooking(BookingReads reads) {

  /** True where it names none. */
  public Future<Boolean> check(Who who, PostDraft draft) {
    return draft
        .ties()
        .booking()
        .map(id -> reads
            .find(who, id)
            .map(found -> found
                .filter(read -> read.booking().member().value() == who.id())
                .isPresent()))
        .orElseGet(() -> succeededFuture(true));
  }
}
