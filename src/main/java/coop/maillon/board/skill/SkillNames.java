package coop.maillon.board.skill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Skills as people write them: a few words each, with a comma or a line between them. */
public final class SkillNames {

  /** More than one person can say of themselves. */
  static final int MOST = 30;

  static final int LONGEST = 40;

  /**
   * To begin a statement with, of names as $2 (text[]) and a moment as $3: known words lead to the skill that they are another
   * word for; new ones become skills, in one order for all. What follows reads {@code named (id, position)}.
   */
  public static final String NAMED = """
      WITH said AS (
        SELECT n.name, lower(unaccent(n.name)) AS plain, n.position
          FROM unnest($2::text[]) WITH ORDINALITY AS n (name, position)),
      made AS (
        INSERT INTO skill (name, plain, created_at)
        SELECT DISTINCT ON (s.plain) s.name, s.plain, $3::timestamptz FROM said s
         WHERE NOT EXISTS (SELECT FROM skill_alias x WHERE x.plain = s.plain)
         ORDER BY s.plain, s.position
        ON CONFLICT (plain) DO UPDATE SET plain = excluded.plain
        RETURNING id, plain, merged_into),
      named AS (
        SELECT coalesce(x.skill_id, m.merged_into, m.id) AS id, min(s.position) AS position
          FROM said s
          LEFT JOIN skill_alias x ON x.plain = s.plain
          LEFT JOIN made m ON m.plain = s.plain
         GROUP BY 1)
      """;

  private SkillNames() {}

  /** Each once, whatever its case, in their order; spaces as one. */
  static List<String> read(String typed) {
    var once = new LinkedHashMap<String, String>();
    Stream.of(typed.split("[,;\\n]"))
        .map(name -> name.strip().replaceAll("\\s+", " "))
        .filter(name -> !name.isEmpty())
        .forEach(name -> once.putIfAbsent(name.toLowerCase(Locale.FRENCH), name));
    return List.copyOf(once.values());
  }
}
