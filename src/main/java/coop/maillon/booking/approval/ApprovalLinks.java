package coop.maillon.booking.approval;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links by which a coordinator decides without signing in: each good for one decision about one version of one booking. */
public final class ApprovalLinks {

  /** A request that nobody answered for so long is rejected (product.md, Booking); its links end with it. */
  public static final Duration UNANSWERED = Duration.ofDays(3);

  /** For so long one is still told that a link ran out, instead of that there is none. */
  private static final Duration REMEMBERED = Duration.ofDays(60);

  static final String PATH = "/approval/";

  private final ApprovalLinkStore store = new ApprovalLinkStore();
  private final Database database;
  private final Clock clock;

  public ApprovalLinks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Whom to ask about what.
   *
   * @param version the booking's as they are told of it
   * @param asked when they were asked
   */
  public record Asked(
      BookingId booking, MemberId coordinator, int version, Instant start, Instant asked) {

    private ApprovalLink link() {
      var falls = asked.plus(UNANSWERED);
      return new ApprovalLink(
          booking, coordinator, version, start.isBefore(falls) ? start : falls, false);
    }
  }

  /** Makes a link; its path, which nobody but the reader of the letter may learn. */
  public Future<String> make(Asked asked) {
    var secret = Secret.fresh();
    return store.insert(database, secret, asked.link(), clock.instant()).map(PATH + secret.value());
  }

  Future<Optional<ApprovalLink>> find(Secret secret) {
    return store.find(database, secret);
  }

  /** The decision is made: the link is good for no other. */
  Future<Void> use(Secret secret) {
    return store.use(database, secret, clock.instant());
  }

  public Future<Void> forget() {
    return store.forgetBefore(database, clock.instant().minus(REMEMBERED));
  }
}
