package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Listed;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostFilter.Only;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All the SQL of lists of posts. */
final class PostListStore {

  private static final String LISTED = "SELECT " + PostRows.COLUMNS + """
      , (SELECT count(*)::int FROM answer w
          WHERE w.post_id = p.id AND w.hidden_at IS NULL
            AND (w.status IN ('proposed', 'accepted', 'waiting')
                 OR w.status = 'closed' AND p.kind = 'question')) AS answers,
        (SELECT count(*)::int FROM answer w WHERE w.post_id = p.id AND w.status = 'accepted') AS taken,
        ARRAY(SELECT k.name FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
                JOIN member_skill m ON m.skill_id = k.id AND m.sort = 'offers' AND m.member_id = $2
               WHERE ps.post_id = p.id) AS known,
        coalesce(p.site_id = $3, false) AS near
      """ + PostRows.FROM;

  /** What everybody may read. */
  private static final String ON_THE_BOARD = LISTED + """
       WHERE p.status = 'published' AND p.expires_at > $1 AND p.hidden_at IS NULL
         AND (cardinality($4::text[]) = 0 OR p.kind = ANY ($4))
         AND ($5 = '' OR EXISTS (SELECT FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
                                  WHERE ps.post_id = p.id AND k.plain = lower(unaccent($5))))
         AND ($6 <> 'REMOTE' OR p.site_id IS NULL)
         AND (NOT 'UNANSWERED' = ANY ($7::text[])
              OR NOT EXISTS (SELECT FROM answer w
                              WHERE w.post_id = p.id AND w.status IN ('proposed', 'accepted', 'waiting')))
         AND (NOT 'URGENT' = ANY ($7) OR p.needed_by < $1::timestamptz + interval '3 days')
         AND (NOT 'KNOWN' = ANY ($7)
              OR EXISTS (SELECT FROM post_skill ps
                           JOIN member_skill m ON m.skill_id = ps.skill_id AND m.sort = 'offers'
                          WHERE ps.post_id = p.id AND m.member_id = $2 AND p.author_id <> $2))
         AND (NOT 'MINE' = ANY ($7) OR p.author_id = $2)
      """;

  private static final String NEWEST = ON_THE_BOARD + """
         AND ($9::bigint IS NULL
              OR (coalesce(p.site_id = $3, false), p.published_at, p.id) < ($10::boolean, $11::timestamptz, $9))
       ORDER BY near DESC, p.published_at DESC, p.id DESC
       LIMIT $8
      """;

  /** A statement of its own, so that nobody plans to read the whole board for what was found already. */
  private static final String FOUND = ON_THE_BOARD + """
         AND p.id = ANY ($10::bigint[])
         AND ($9::bigint IS NULL OR array_position($10, p.id) > array_position($10, $9))
       ORDER BY array_position($10, p.id)
       LIMIT $8
      """;

  /** What is not on the board: what was resolved for everybody, the rest for those who had a part in it. */
  private static final String OFF_THE_BOARD = LISTED + """
       WHERE (p.status = $4 OR $4 = 'expired' AND p.status IN ('draft', 'published') AND p.expires_at <= $1)
         AND ($4 <> 'draft' OR p.expires_at > $1)
         AND (p.author_id = $2
              OR $4 <> 'draft' AND p.published_at IS NOT NULL AND p.hidden_at IS NULL
                 AND ($4 = 'resolved' OR EXISTS (SELECT FROM answer w WHERE w.post_id = p.id AND w.member_id = $2)))
      """;

  private static final String NEWEST_OFF = OFF_THE_BOARD + """
         AND ($5::bigint IS NULL OR p.id < $5)
       ORDER BY p.id DESC
       LIMIT $6
      """;

  private static final String FOUND_OFF = OFF_THE_BOARD + """
         AND p.id = ANY ($7::bigint[])
         AND ($5::bigint IS NULL OR array_position($7, p.id) > array_position($7, $5))
       ORDER BY array_position($7, p.id)
       LIMIT $6
      """;

  /** Who wants to see which posts, and when. */
  record Asked(Who who, PostFilter filter, Instant now) {}

  /** The newest on the board. */
  Future<List<Listed>> newest(Sql sql, Asked asked) {
    var after = asked.filter().after();
    var values = onTheBoard(asked);
    values.add(after.map(PostFilter.Cursor::near).orElse(null));
    values.add(after.map(cursor -> cursor.published().atOffset(UTC)).orElse(null));
    return sql.run(NEWEST, values.toArray()).map(PostListStore::listed);
  }

  /** Those of these that are on the board, in their order. */
  Future<List<Listed>> found(Sql sql, Asked asked, List<PostId> found) {
    var values = onTheBoard(asked);
    values.add(ids(found));
    return sql.run(FOUND, values.toArray()).map(PostListStore::listed);
  }

  /** The newest that are a draft, resolved, withdrawn or expired. */
  Future<List<Listed>> newestOff(Sql sql, Asked asked) {
    return sql.run(NEWEST_OFF, offTheBoard(asked).toArray()).map(PostListStore::listed);
  }

  /** Those of these that are a draft, resolved, withdrawn or expired, in their order. */
  Future<List<Listed>> foundOff(Sql sql, Asked asked, List<PostId> found) {
    var values = offTheBoard(asked);
    values.add(ids(found));
    return sql.run(FOUND_OFF, values.toArray()).map(PostListStore::listed);
  }

  private static List<@Nullable Object> onTheBoard(Asked asked) {
    var values = new ArrayList<@Nullable Object>();
    values.add(asked.now().atOffset(UTC));
    values.add(asked.who().id());
    values.add(home(asked));
    values.add(asked.filter().kinds().stream().map(PostKind::word).toArray(String[]::new));
    values.add(asked.filter().skill().orElse(""));
    values.add(asked.filter().where().name());
    values.add(asked.filter().only().stream().map(Only::name).toArray(String[]::new));
    values.add(asked.filter().limit());
    values.add(asked.filter().after().map(PostFilter.Cursor::id).orElse(null));
    return values;
  }

  private static List<@Nullable Object> offTheBoard(Asked asked) {
    var values = new ArrayList<@Nullable Object>();
    values.add(asked.now().atOffset(UTC));
    values.add(asked.who().id());
    values.add(asked.who().homeSite().orElse(null));
    values.add(asked.filter().status().word());
    values.add(asked.filter().after().map(PostFilter.Cursor::id).orElse(null));
    values.add(asked.filter().limit());
    return values;
  }

  private static @Nullable Long home(Asked asked) {
    return asked.filter().where() == PostFilter.Where.NEAR_FIRST
        ? asked.who().homeSite().orElse(null)
        : null;
  }

  private static Long[] ids(List<PostId> found) {
    return found.stream().map(PostId::value).toArray(Long[]::new);
  }

  private static List<Listed> listed(RowSet<Row> rows) {
    List<Listed> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(new Listed(
        PostRows.post(row),
        row.getInteger("answers"),
        row.getInteger("taken"),
        row.getBoolean("near"),
        Set.of(row.getArrayOfStrings("known")))));
    return all;
  }
}
