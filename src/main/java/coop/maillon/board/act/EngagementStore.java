package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Person;
import coop.maillon.board.Post;
import coop.maillon.db.Tx;
import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** All the SQL that writes engagements. */
final class EngagementStore {

  private static final String INSERT = """
      INSERT INTO engagement (post_id, helper_id, mode, status, estimate_minutes, agreed_at, since)
      VALUES ($1, $2, $3, 'agreed', $4, $5, $5)
      RETURNING id
      """;

  private static final String JOIN = """
      INSERT INTO engagement_receiver (engagement_id, member_id, position)
      SELECT $1, $2, coalesce(max(position) + 1, 0) FROM engagement_receiver WHERE engagement_id = $1
      """;

  private static final String LEAVE =
      "DELETE FROM engagement_receiver WHERE engagement_id = $1 AND member_id = $2";

  /** What each side says, and since when it is so. */
  private static final String SAY = """
      UPDATE engagement SET status = $2, helper_minutes = $3, receiver_minutes = $4, dispute = $5, since = $6, reminded = 0
       WHERE id = $1
      """;

  /** What was needed is what the helper knows, say those who were helped; each once, however often. */
  private static final String CONFIRM_SKILLS = """
      INSERT INTO skill_confirmed (skill_id, member_id, by_id, engagement_id)
      SELECT s.skill_id, e.helper_id, r.member_id, e.id
        FROM engagement e
        JOIN engagement_receiver r ON r.engagement_id = e.id AND r.member_id <> e.helper_id
        JOIN post_skill s ON s.post_id = e.post_id
       WHERE e.id = $1 AND e.status = 'confirmed'
      ON CONFLICT DO NOTHING
      """;

  private static final String END = """
      UPDATE engagement SET status = $2, since = $3, final_minutes = $4, decided_by = $5, reason = $6, transfer_id = $7
       WHERE id = $1
      """;

  private static final String REMINDED = "UPDATE engagement SET reminded = $2 WHERE id = $1";

  private static final String THANK = """
      INSERT INTO thanks (engagement_id, member_id, body, at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (engagement_id, member_id) DO UPDATE SET body = excluded.body, at = excluded.at
      """;

  /** Agrees with a helper; nobody is helped yet. */
  Future<EngagementId> insert(Tx tx, Post post, Person helper, Instant now) {
    return tx.run(
            INSERT,
            post.id().value(),
            helper.id().value(),
            post.draft().mode().word(),
            orNull(post.draft().shape().estimateMinutes()),
            now.atOffset(UTC))
        .map(rows -> new EngagementId(rows.iterator().next().getLong("id")));
  }

  Future<Void> join(Tx tx, EngagementId engagement, MemberId receiver) {
    return tx.run(JOIN, engagement.value(), receiver.value()).mapEmpty();
  }

  Future<Void> leave(Tx tx, EngagementId engagement, MemberId receiver) {
    return tx.run(LEAVE, engagement.value(), receiver.value()).mapEmpty();
  }

  Future<Void> say(Tx tx, Engagement engagement) {
    return tx.run(
            SAY,
            engagement.id().value(),
            engagement.status().word(),
            orNull(engagement.numbers().helper()),
            orNull(engagement.numbers().receivers()),
            engagement.ending().dispute(),
            engagement.since().atOffset(UTC))
        .mapEmpty();
  }

  Future<Void> end(Tx tx, Engagement engagement) {
    var ending = engagement.ending();
    return tx.run(
            END,
            engagement.id().value(),
            engagement.status().word(),
            engagement.since().atOffset(UTC),
            orNull(ending.minutes()),
            ending.by().map(Person::id).map(MemberId::value).orElse(null),
            ending.reason(),
            ending.transfer().map(TransferId::value).orElse(null))
        .mapEmpty();
  }

  Future<Void> reminded(Tx tx, EngagementId engagement, int times) {
    return tx.run(REMINDED, engagement.value(), (short) times).mapEmpty();
  }

  Future<Void> thank(Tx tx, EngagementId engagement, Engagement.Thanks thanks) {
    return tx.run(
            THANK,
            engagement.value(),
            thanks.from().id().value(),
            thanks.body(),
            thanks.at().atOffset(UTC))
        .mapEmpty();
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  /** Where help was given, and said to have been. */
  Future<Void> confirmSkills(Tx tx, EngagementId engagement) {
    return tx.run(CONFIRM_SKILLS, engagement.value()).mapEmpty();
  }
}
