package coop.maillon.booking.quota;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Query;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Quota;
import coop.maillon.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of quotas, as questions that travel with the lock. */
final class QuotaStore {

  private static final String TO_COME = """
      SELECT b.id
        FROM booking b
        JOIN booked k ON k.booking_id = b.id AND k.resource_id = $2
       WHERE b.member_id = $1
         AND b.status IN ('pending', 'confirmed')
         AND b.starts_at > $3
      """;

  private static final String TAKEN_BY_MEMBER = """
      SELECT b.id, %s
        FROM booking b
       WHERE b.member_id = $1
         AND %s
         AND b.ends_at > $3
         AND EXISTS (SELECT 1
                       FROM booked k
                       JOIN quota_resource q ON q.resource_id = k.resource_id
                      WHERE k.booking_id = b.id AND q.quota_id = $2)
      """.formatted(TakenRows.SLOT, TakenRows.COUNTS);

  private static final String TAKEN_BY_TEAM = """
      SELECT b.id, %s
        FROM booking b
        JOIN group_member g ON g.member_id = b.member_id AND g.group_id = $1
       WHERE %s
         AND b.ends_at > $3
         AND EXISTS (SELECT 1
                       FROM booked k
                       JOIN quota_resource q ON q.resource_id = k.resource_id
                      WHERE k.booking_id = b.id AND q.quota_id = $2)
      """.formatted(TakenRows.SLOT, TakenRows.COUNTS);

  private static final String BELONGS = """
      SELECT EXISTS (SELECT 1 FROM group_member WHERE group_id = $1 AND member_id = $2) AS belongs
      """;

  /** The longest of a quota's stretches that one may still book in began this long ago at most. */
  static final Duration PAST = Duration.ofDays(40);

  private QuotaStore() {}

  /** What counts against it, with some that may be too old: of the member, or of all of the team. */
  static Query taken(Quota quota, MemberId member, Instant now) {
    boolean isTeams = quota.holder() == Quota.Holder.TEAM;
    long holder = isTeams ? quota.group().orElseThrow().id().value() : member.value();
    return new Query(
        isTeams ? TAKEN_BY_TEAM : TAKEN_BY_MEMBER,
        List.of(holder, quota.id().value(), now.minus(PAST).atOffset(UTC)));
  }

  /** Whether the member is of its group; empty where it has none, and concerns everybody. */
  static Optional<Query> belongs(Quota quota, MemberId member) {
    return quota
        .group()
        .map(group -> new Query(BELONGS, List.of(group.id().value(), member.value())));
  }

  static Query toCome(MemberId member, ResourceId resource, Instant now) {
    return new Query(TO_COME, List.of(member.value(), resource.value(), now.atOffset(UTC)));
  }
}
