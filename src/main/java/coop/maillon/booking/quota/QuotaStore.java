package coop.maillon.booking.quota;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Query;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/** The SQL of quotas, as questions that travel with the lock. */
final class QuotaStore {

  private static final String TO_COME = """
      SELECT count(*)::int AS many
        FROM booking b
        JOIN booked k ON k.booking_id = b.id AND k.resource_id = $2
       WHERE b.member_id = $1
         AND b.id <> $3
         AND b.status IN ('pending', 'confirmed')
         AND b.starts_at > $4
      """;

  private QuotaStore() {}

  static Query toCome(MemberId member, ResourceId resource, BookingId except, Instant now) {
    return new Query(
        TO_COME, List.of(member.value(), resource.value(), except.value(), now.atOffset(UTC)));
  }
}
