package coop.maillon.board.skill;

import coop.maillon.board.search.Plain;
import java.util.LinkedHashMap;
import java.util.List;

/** Skills as people write them: a few words each, with a comma or a line between them. */
public final class SkillNames {

  /** More than one person can say of themselves. */
  static final int MOST = 30;

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

  /** What is typed into one field. */
  public static List<String> read(String typed) {
    return each(List.of(typed.split("[,;\\n]")));
  }

  /** Each once, whatever its case and accents, in their order; spaces as one. */
  public static List<String> each(List<String> said) {
    var once = new LinkedHashMap<String, String>();
    said.stream()
        .map(name -> name.strip().replaceAll("\\s+", " "))
        .filter(name -> !name.isEmpty())
        .forEach(name -> once.putIfAbsent(Plain.of(name), name));
    return List.copyOf(once.values());
  }
}
