package coop.maillon.board.skill;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the SQL of finding those who know. Whoever did not say that they may be asked is not there. */
public final class PeopleStore {

  static final int MOST = 60;

  /** Skills meant by what is typed: by their name, another word for them, how it begins, or nearly so. */
  private static final String MEANT = """
      WITH typed AS (SELECT DISTINCT lower(unaccent(btrim(t))) AS plain FROM unnest($2::text[]) AS t WHERE btrim(t) <> ''),
      meant AS (
        SELECT k.id FROM skill k JOIN typed t
            ON k.plain = t.plain OR length(t.plain) >= 3 AND k.plain ^@ t.plain
               OR length(t.plain) >= 4 AND similarity(k.plain, t.plain) > 0.45
         WHERE k.merged_into IS NULL
        UNION
        SELECT x.skill_id FROM skill_alias x JOIN typed t
            ON x.plain = t.plain OR length(t.plain) >= 4 AND similarity(x.plain, t.plain) > 0.45)
      """;

  /** Somebody as they are listed, and who is. */
  private static final String LISTED = MEANT + """
      SELECT m.name, s.name AS site, m.home_site_id IS NOT DISTINCT FROM $3 AS near,
             array_agg(k.name ORDER BY (k.id IN (SELECT id FROM meant)) DESC, c.many DESC, k.plain) AS skills,
             array_agg(c.many ORDER BY (k.id IN (SELECT id FROM meant)) DESC, c.many DESC, k.plain) AS confirmed,
             m.shows_presence AND EXISTS (
               SELECT FROM booking b
                 JOIN booked d ON d.booking_id = b.id
                 JOIN resource r ON r.id = d.resource_id
                 JOIN site at ON at.id = r.site_id
                WHERE b.member_id = m.id AND b.status IN ('confirmed', 'started') AND r.site_id = m.home_site_id
                  AND b.ends_at > $4 AND b.starts_at < (date_trunc('day', $4 AT TIME ZONE at.zone) + interval '1 day') AT TIME ZONE at.zone
             ) AS here, m.shows_presence AS shown
        FROM member m
        JOIN member_skill ms ON ms.member_id = m.id AND ms.sort = 'offers'
        JOIN skill k ON k.id = ms.skill_id
        CROSS JOIN LATERAL (SELECT count(*)::int AS many FROM skill_confirmed c WHERE c.skill_id = k.id AND c.member_id = m.id) c
        LEFT JOIN site s ON s.id = m.home_site_id
       WHERE m.state = 'active' AND NOT m.guest AND m.asked
      """;

  private static final String MYSELF = LISTED + " AND m.id = $1 GROUP BY m.id, m.name, s.name";

  private static final String FIND = LISTED + """
         AND m.id <> $1
         AND ((SELECT count(*) FROM typed) = 0
              OR EXISTS (SELECT FROM member_skill o WHERE o.member_id = m.id AND o.sort = 'offers' AND o.skill_id IN (SELECT id FROM meant)))
       GROUP BY m.id, m.name, s.name
       ORDER BY near DESC, lower(unaccent(m.name)), m.id
       LIMIT %d
      """.formatted(MOST);

  private static final String ABLE = MEANT + """
      , able AS (
        SELECT DISTINCT m.id, m.home_site_id FROM member m
          JOIN member_skill ms ON ms.member_id = m.id AND ms.sort = 'offers'
         WHERE ms.skill_id IN (SELECT id FROM meant) AND m.state = 'active' AND NOT m.guest AND m.asked AND m.id <> $1)
      SELECT (SELECT count(*)::int FROM able) AS able,
             (SELECT count(*)::int FROM able WHERE home_site_id = s.id) AS near,
             (SELECT count(*)::int FROM able a WHERE EXISTS (
                SELECT FROM booking b
                  JOIN booked d ON d.booking_id = b.id
                  JOIN resource r ON r.id = d.resource_id
                 WHERE b.member_id = a.id AND b.status IN ('confirmed', 'started') AND r.site_id = s.id
                   AND b.ends_at > $4 AND b.starts_at < $4::timestamptz + interval '7 days')) AS soon,
             s.name AS site
        FROM (SELECT 1) one
        LEFT JOIN site s ON s.slug = $3
      """;

  /** @param typed what they should know; empty for everybody */
  record Wanted(Who who, String typed) {}

  /**
   * Somebody who may be asked.
   *
   * @param site their own; may be empty
   * @param here whether they are there today and let it be seen
   * @param shown whether they let it be seen when they are
   */
  public record Person(
      String name,
      String site,
      boolean near,
      List<Known.Offered> skills,
      boolean here,
      boolean shown) {}

  /**
   * What is being written.
   *
   * @param skills that are named, and words of the title
   * @param site the slug of where it is to be done; empty at a distance
   */
  public record Writing(List<String> skills, String site) {}

  /**
   * How many could help.
   *
   * @param near of that site
   * @param soon who have something booked there within seven days
   * @param site its name
   */
  public record Able(int all, int near, int soon, Optional<String> site) {}

  Future<List<Person>> find(Sql sql, Wanted wanted, Instant now) {
    return all(sql, FIND, wanted, now);
  }

  private static Future<List<Person>> all(Sql sql, String statement, Wanted wanted, Instant now) {
    return sql.run(
            statement,
            wanted.who().id(),
            SkillNames.read(wanted.typed()).toArray(String[]::new),
            wanted.who().homeSite().orElse(null),
            now.atOffset(UTC))
        .map(rows -> {
          var all = new ArrayList<Person>(rows.size());
          rows.forEach(row -> all.add(person(row)));
          return all;
        });
  }

  private static Person person(Row row) {
    var names = row.getArrayOfStrings("skills");
    var confirmed = row.getArrayOfIntegers("confirmed");
    var skills = new ArrayList<Known.Offered>();
    for (int i = 0; i < names.length; i++) {
      skills.add(new Known.Offered(names[i], confirmed[i]));
    }
    return new Person(
        row.getString("name"),
        Optional.ofNullable(row.getString("site")).orElse(""),
        row.getBoolean("near"),
        skills,
        row.getBoolean("here"),
        row.getBoolean("shown"));
  }

  /** Somebody as others find them; empty where they do not. */
  Future<Optional<Person>> myself(Sql sql, Who who, Instant now) {
    return all(sql, MYSELF, new Wanted(who, ""), now)
        .map(found -> found.stream().findFirst());
  }

  Future<Able> able(Sql sql, Who who, Writing writing, Instant now) {
    return sql.run(
            ABLE,
            who.id(),
            writing.skills().toArray(String[]::new),
            writing.site(),
            now.atOffset(UTC))
        .map(rows -> rows.iterator().next())
        .map(row -> new Able(
            row.getInteger("able"),
            row.getInteger("near"),
            row.getInteger("soon"),
            Optional.ofNullable(row.getString("site"))));
  }
}
