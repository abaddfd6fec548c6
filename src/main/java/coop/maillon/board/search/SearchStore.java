package coop.maillon.board.search;

import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of search. */
final class SearchStore {

  /**
   * Each word that is asked for means some of the words that posts have, more or less surely: the same by either dictionary;
   * what sounds like it; another word for it; one of its family, which begins alike; and, where no post has it, what is
   * spelt nearly so. A post is worth, for each word asked, the best of what it has of it, rarer words more; and less where
   * it lacks some of them. Of a word that six hundred posts have, those count that have it in their title, the newest first.
   */
  private static final String BEST = """
      WITH asked AS (
        SELECT t.n, t.word, sound_of(t.word) AS sound, l.lexemes, CASE WHEN t.word = ANY ($5) THEN 0.5 ELSE 1.0 END AS heft
          FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (word, spelt, n)
          CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('french', t.word) || to_tsvector('french_plain', t.word)
                                                       || to_tsvector('french', t.spelt)) AS lexemes) l
         WHERE l.lexemes <> '{}'),
      grouped AS (
        SELECT string_to_array(g.words, ' ') AS words, tsvector_to_array(to_tsvector('french_plain', g.words)) AS lexemes
          FROM unnest($4::text[]) AS g (words)),
      alike AS (
        SELECT a.n, g.words, g.lexemes FROM asked a JOIN grouped g ON a.word = ANY (g.words) OR a.lexemes && g.lexemes
         UNION ALL
        SELECT j.n, g.words, g.lexemes FROM unnest($3::text[]) WITH ORDINALITY AS j (word, n) JOIN grouped g ON j.word = ANY (g.words)),
      meant AS (
        SELECT a.n, w.id, 1.0 AS near FROM asked a JOIN board_word w ON w.lexemes && a.lexemes
         UNION ALL
        SELECT a.n, w.id, 1.0 FROM asked a JOIN board_word w ON w.word = a.word
         UNION ALL
        SELECT j.n, w.id, 1.0 FROM unnest($3::text[]) WITH ORDINALITY AS j (word, n) JOIN board_word w ON w.word = j.word
         UNION ALL
        SELECT a.n, w.id, 0.9 FROM asked a JOIN board_word w ON w.sound = a.sound WHERE length(a.word) > 3
         UNION ALL
        SELECT a.n, w.id, 0.8 FROM alike a JOIN board_word w ON w.lexemes && a.lexemes
         UNION ALL
        SELECT a.n, w.id, 0.8 FROM alike a JOIN board_word w ON w.word = ANY (a.words)
         UNION ALL
        SELECT a.n, w.id, 0.75
          FROM (SELECT x.n, x.word, left(x.word, greatest(5, ceil(0.6 * length(x.word))::int)) AS root
                  FROM asked x WHERE length(x.word) >= 5) a
          JOIN board_word w ON w.word ~>=~ a.root AND w.word ~<~ (a.root || '|')
                           AND (w.word ^@ a.word OR length(w.word) <= length(a.root) / 0.6)
         UNION ALL
        SELECT a.n, w.id, 0.8 - 0.15 * levenshtein(w.sound, a.sound)
          FROM (SELECT x.*, CASE WHEN length(x.word) < 8 THEN 1 ELSE 2 END AS slips FROM asked x WHERE length(x.word) >= 4) a
          JOIN board_word w ON w.word % a.word AND left(w.word, 1) = left(a.word, 1)
                           AND levenshtein_less_equal(w.sound, a.sound, a.slips) <= a.slips
         WHERE NOT EXISTS (SELECT FROM board_word k WHERE k.lexemes && a.lexemes)),
      nearest AS (SELECT n, id, max(near) AS near FROM meant GROUP BY n, id),
      telling AS MATERIALIZED (
        SELECT m.n, m.id, m.near * a.heft
               * ln(1 + (SELECT greatest(1, max(id) - min(id)) FROM post)::float8
                        / greatest(1, (SELECT count(*) FROM (SELECT FROM post_word WHERE word_id = m.id LIMIT 2000) AS p))) AS worth
          FROM nearest m
          JOIN asked a ON a.n = m.n),
      best AS (SELECT t.n, p.post_id, max(p.weight * t.worth) AS worth
                 FROM telling t
                 CROSS JOIN LATERAL (SELECT post_id, weight FROM post_word WHERE word_id = t.id
                                      ORDER BY weight DESC, post_id DESC LIMIT 600) p
                GROUP BY t.n, p.post_id),
      ranked AS MATERIALIZED (
        SELECT post_id, sum(worth) * sqrt(count(*)::float8 / (SELECT count(*) FROM asked)) AS worth
          FROM best
         GROUP BY post_id
         ORDER BY worth DESC, post_id DESC
         LIMIT 10 * $6)
      SELECT r.post_id
        FROM ranked r
        JOIN post p ON p.id = r.post_id AND p.status = ANY ($7)
       ORDER BY r.worth DESC, r.post_id DESC
       LIMIT $6
      """;

  private final String[] groups;

  SearchStore(Synonyms synonyms) {
    this.groups = synonyms.groups().toArray(String[]::new);
  }

  Future<List<PostId>> best(Sql sql, Wanted wanted, List<String> statuses, int atMost) {
    return sql.run(
            BEST,
            array(wanted.words()),
            array(wanted.spelt()),
            array(wanted.joined()),
            groups,
            Wanted.LIGHT.toArray(String[]::new),
            atMost,
            array(statuses))
        .map(rows -> {
          var ids = new ArrayList<PostId>(rows.size());
          rows.forEach(row -> ids.add(new PostId(row.getLong("post_id"))));
          return ids;
        });
  }

  private static String[] array(List<String> words) {
    return words.toArray(String[]::new);
  }
}
