package coop.maillon.board.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.PostDraft;
import coop.maillon.board.PostKind;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.BookingReads.Read;
import coop.maillon.member.MemberId;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The booking that a post is about: its author's, and nobody else's, for the post tells all members when that is. Nobody offers
 * more seats in it than are free.
 */
public record OwnBooking(BookingReads reads) {

  /** Theirs, where it still is to be. */
  public Future<Optional<Read>> find(Who who, BookingId id, Instant now) {
    return reads
        .find(who, id)
        .map(found -> found.filter(read -> read.booking().member().value() == who.id()
            && read.booking().statusAt(now).occupies()));
  }

  /**
   * False where something is against it, which the fields say then; true where it names none.
   *
   * @param accepted who has a place already: whoever of them is among those of the booking is counted there
   */
  public Future<Boolean> check(Ask ask, PostDraft draft, Fields fields, Set<MemberId> accepted) {
    return draft
        .ties()
        .booking()
        .map(id -> find(ask.who(), id, ask.now())
            .map(found -> fits(found, new Asked(draft, fields, ask.now(), accepted))))
        .orElseGet(() -> succeededFuture(true));
  }

  private static boolean fits(Optional<Read> found, Asked asked) {
    if (found.isEmpty()) {
      asked.fields().problem("booking", "board.field.booking");
    } else if (asked.draft().kind() == PostKind.OFFER) {
      var people = new HashSet<>(found.get().booking().details().participants());
      people.retainAll(asked.accepted());
      int free = people.size() + free(found.get(), asked.now());
      if (asked.draft().shape().places() > free) {
        asked.fields().problem("places", "board.field.seats", "free", free);
      }
    }
    return asked.fields().complete();
  }

  /** What somebody wants to write, and where its problems go. */
  private record Asked(PostDraft draft, Fields fields, Instant now, Set<MemberId> accepted) {}

  /** How many more people what was booked has room for. */
  public static int free(Read read, Instant now) {
    var what = read.booking().booked().stream()
        .map(one -> read.catalogue().known(one.resource()))
        .toList();
    return read.booking().room(what, now);
  }
}
