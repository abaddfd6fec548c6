package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Listed;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostFilter.Only;
import coop.maillon.board.PostKind;
import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the SQL of lists of posts. */
final class PostListStore {

  private static final String LISTED = "SELECT " + PostRows.COLUMNS + """
      , (SELECT count(*)::int FROM answer w
          WHERE w.post_id = p.id AND w.status IN ('proposed', 'accepted', 'waiting')) AS answers,
        (SELECT count(*)::int FROM answer w WHERE w.post_id = p.id AND w.status = 'accepted') AS taken,
        ARRAY(SELECT k.name FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
                JOIN member_skill m ON m.skill_id = k.id AND m.sort = 'offers' AND m.member_id = $2
               WHERE ps.post_id = p.id) AS known,
        coalesce(p.site_id = $3, false) AS near
      """ + PostRows.FROM;

  /** What everybody may read. */
  private static final String PUBLISHED = LISTED + """
       WHERE p.status = 'published' AND p.expires_at > $1 AND p.hidden_at IS NULL
         AND (cardinality($4::text[]) = 0 OR p.kind = ANY ($4))
         AND lower(unaccent(p.title || ' ' || p.body)) || ' '
             || coalesce((SELECT string_agg(k.plain, ' ') FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
                           WHERE ps.post_id = p.id), '')
             LIKE ALL (SELECT '%' || lower(unaccent(word)) || '%' FROM unnest($5::text[]) AS word)
         AND ($6 = '' OR EXISTS (SELECT FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
                                  WHERE ps.post_id = p.id AND k.plain = lower(unaccent($6))))
         AND ($7 <> 'REMOTE' OR p.site_id IS NULL)
         AND (NOT 'UNANSWERED' = ANY ($8::text[])
              OR NOT EXISTS (SELECT FROM answer w
                              WHERE w.post_id = p.id AND w.status IN ('proposed', 'accepted', 'waiting')))
         AND (NOT 'URGENT' = ANY ($8) OR p.needed_by < $1::timestamptz + interval '3 days')
         AND (NOT 'KNOWN' = ANY ($8)
              OR EXISTS (SELECT FROM post_skill ps
                           JOIN member_skill m ON m.skill_id = ps.skill_id AND m.sort = 'offers'
                          WHERE ps.post_id = p.id AND m.member_id = $2 AND p.author_id <> $2))
         AND (NOT 'MINE' = ANY ($8) OR p.author_id = $2)
         AND ($9::bigint IS NULL
              OR (coalesce(p.site_id = $3, false), p.published_at, p.id) < ($10::boolean, $11::timestamptz, $9))
       ORDER BY near DESC, p.published_at DESC, p.id DESC
       LIMIT $12
      """;

  /** What is not on the board: what was resolved for everybody, the rest for those who had a part in it. */
  private static final String OFF_THE_BOARD = LISTED + """
       WHERE (p.status = $4 OR $4 = 'expired' AND p.status IN ('draft', 'published') AND p.expires_at <= $1)
         AND ($4 <> 'draft' OR p.expires_at > $1)
         AND (p.author_id = $2
              OR $4 <> 'draft' AND p.published_at IS NOT NULL AND p.hidden_at IS NULL
                 AND ($4 = 'resolved' OR EXISTS (SELECT FROM answer w WHERE w.post_id = p.id AND w.member_id = $2)))
         AND ($5::bigint IS NULL OR p.id < $5)
       ORDER BY p.id DESC
       LIMIT $6
      """;

  Future<List<Listed>> published(Sql sql, Who who, PostFilter filter, Instant now) {
    var after = filter.after();
    return sql.run(
            PUBLISHED,
            now.atOffset(UTC),
            who.id(),
            home(who, filter),
            filter.kinds().stream().map(PostKind::word).toArray(String[]::new),
            words(filter),
            filter.skill().orElse(""),
            filter.where().name(),
            filter.only().stream().map(Only::name).toArray(String[]::new),
            after.map(PostFilter.Cursor::id).orElse(null),
            after.map(PostFilter.Cursor::near).orElse(null),
            after
                .<OffsetDateTime>map(cursor -> cursor.published().atOffset(UTC))
                .orElse(null),
            filter.limit())
        .map(PostListStore::listed);
  }

  /** Those that are a draft, resolved, withdrawn or expired. */
  Future<List<Listed>> offTheBoard(Sql sql, Who who, PostFilter filter, Instant now) {
    return sql.run(
            OFF_THE_BOARD,
            now.atOffset(UTC),
            who.id(),
            who.homeSite().orElse(null),
            filter.status().word(),
            filter.after().map(PostFilter.Cursor::id).orElse(null),
            filter.limit())
        .map(PostListStore::listed);
  }

  private static @Nullable Long home(Who who, PostFilter filter) {
    return filter.where() == PostFilter.Where.NEAR_FIRST ? who.homeSite().orElse(null) : null;
  }

  private static String[] words(PostFilter filter) {
    return Stream.of(filter.words().strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replaceAll("([\\\\%_])", "\\\\$1"))
        .toArray(String[]::new);
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
