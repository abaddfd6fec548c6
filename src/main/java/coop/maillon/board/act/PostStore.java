package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.AnswerId;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.board.Shape;
import coop.maillon.board.skill.SkillNames;
import coop.maillon.booking.BookingId;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.SiteId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the SQL that writes posts. */
final class PostStore {

  // What it says comes first in both: see says().
  private static final String INSERT = """
      INSERT INTO post (kind, mode, title, body, site_id, places, together, estimate_minutes, resource_id, booking_id,
                        needed_by, wanted_until, expires_at, warned, author_id, status, created_at, published_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
              CASE WHEN $16 = 'published' THEN $17::timestamptz END)
      RETURNING id
      """;

  private static final String CHANGE = """
      UPDATE post SET kind = $1, mode = $2, title = $3, body = $4, site_id = $5, places = $6, together = $7,
             estimate_minutes = $8, resource_id = $9, booking_id = $10, needed_by = $11, wanted_until = $12,
             expires_at = $13, warned = $14, version = version + 1
       WHERE id = $15
      """;

  private static final String PUBLISH = """
      UPDATE post SET status = 'published', published_at = $2, expires_at = $3, warned = $4, version = version + 1
       WHERE id = $1
      """;

  private static final String RENEW = """
      UPDATE post SET expires_at = $2, wanted_until = NULL, warned = 0, version = version + 1 WHERE id = $1
      """;

  private static final String END = """
      UPDATE post SET status = $2, ended_at = $3, solved_by = $4, version = version + 1 WHERE id = $1
      """;

  private static final String ADD_PLACES =
      "UPDATE post SET places = places + 1, version = version + 1 WHERE id = $1";

  private static final String WARNED = "UPDATE post SET warned = $2 WHERE id = $1";

  private static final String DROP_SKILLS = "DELETE FROM post_skill WHERE post_id = $1";

  private static final String SKILLS = SkillNames.NAMED + """
      INSERT INTO post_skill (post_id, skill_id, position) SELECT $1, n.id, n.position FROM named n
      """;

  /** A post that is not there yet. */
  record Fresh(long author, PostDraft draft, PostStatus status, Instant expires) {}

  Future<PostId> insert(Tx tx, Fresh fresh, Instant now) {
    var values = says(fresh.draft(), fresh.expires(), now);
    values.add(fresh.author());
    values.add(fresh.status().word());
    values.add(now.atOffset(UTC));
    return tx.run(INSERT, values.toArray())
        .map(rows -> new PostId(rows.iterator().next().getLong("id")))
        .compose(id -> skills(tx, id, fresh.draft().skills(), now).map(id));
  }

  /** What it says from now on. */
  record Text(PostId post, PostDraft draft, Instant expires) {}

  Future<Void> change(Tx tx, Text text, Instant now) {
    var values = says(text.draft(), text.expires(), now);
    values.add(text.post().value());
    tx.run(CHANGE, values.toArray());
    tx.run(DROP_SKILLS, text.post().value());
    return skills(tx, text.post(), text.draft().skills(), now);
  }

  private static List<@Nullable Object> says(PostDraft draft, Instant expires, Instant now) {
    var values = new ArrayList<@Nullable Object>();
    values.add(draft.kind().word());
    values.add(draft.mode().word());
    values.add(draft.title());
    values.add(draft.body());
    values.add(site(draft));
    values.add(draft.shape().places());
    values.add(isTogether(draft));
    values.add(estimate(draft));
    values.add(resource(draft));
    values.add(booking(draft));
    values.add(utc(draft.dates().neededBy()));
    values.add(utc(draft.dates().until()));
    values.add(expires.atOffset(UTC));
    values.add(warned(expires, now));
    return values;
  }

  Future<Void> publish(Tx tx, PostId post, Instant expires, Instant now) {
    return tx.run(
            PUBLISH, post.value(), now.atOffset(UTC), expires.atOffset(UTC), warned(expires, now))
        .mapEmpty();
  }

  Future<Void> renew(Tx tx, PostId post, Instant expires) {
    return tx.run(RENEW, post.value(), expires.atOffset(UTC)).mapEmpty();
  }

  /** How it ends. */
  record End(PostStatus status, Optional<AnswerId> solvedBy) {}

  Future<Void> end(Tx tx, PostId post, End end, Instant now) {
    return tx.run(
            END,
            post.value(),
            end.status().word(),
            now.atOffset(UTC),
            end.solvedBy().map(AnswerId::value).orElse(null))
        .mapEmpty();
  }

  Future<Void> addPlace(Tx tx, PostId post) {
    return tx.run(ADD_PLACES, post.value()).mapEmpty();
  }

  Future<Void> warned(Tx tx, PostId post, int times) {
    return tx.run(WARNED, post.value(), (short) times).mapEmpty();
  }

  private static Future<Void> skills(Tx tx, PostId post, List<String> names, Instant now) {
    return names.isEmpty()
        ? Future.succeededFuture()
        : tx.run(SKILLS, post.value(), names.toArray(String[]::new), now.atOffset(UTC))
            .mapEmpty();
  }

  /** What is short from the start needs no warning that it will be. */
  private static short warned(Instant expires, Instant now) {
    Duration left = Duration.between(now, expires);
    if (left.compareTo(Duration.ofDays(1)) <= 0) {
      return 2;
    }
    return (short) (left.compareTo(Duration.ofDays(3)) <= 0 ? 1 : 0);
  }

  private static boolean isTogether(PostDraft draft) {
    return draft.shape().manner() == Shape.Manner.TOGETHER;
  }

  private static @Nullable Long site(PostDraft draft) {
    return draft.site().map(SiteId::value).orElse(null);
  }

  private static @Nullable Integer estimate(PostDraft draft) {
    var estimate = draft.shape().estimateMinutes();
    return estimate.isPresent() ? estimate.getAsInt() : null;
  }

  private static @Nullable Long resource(PostDraft draft) {
    return draft.ties().resource().map(ResourceId::value).orElse(null);
  }

  private static @Nullable Long booking(PostDraft draft) {
    return draft.ties().booking().map(BookingId::value).orElse(null);
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(at -> at.atOffset(UTC)).orElse(null);
  }
}
