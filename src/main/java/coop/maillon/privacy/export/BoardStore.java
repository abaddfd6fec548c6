package coop.maillon.privacy.export;

import java.util.Map;

/** The SQL of what somebody wrote, gave and was given on the board. Whom they dealt with stays with those. */
final class BoardStore {

  private static final String SKILL = """
      SELECT k.name, s.sort,
             (SELECT count(*) FROM skill_confirmed c WHERE c.skill_id = k.id AND c.member_id = $1) AS confirmed
        FROM member_skill s
        JOIN skill k ON k.id = s.skill_id
       WHERE s.member_id = $1
       ORDER BY s.sort, k.plain
      """;

  private static final String CONFIRMATION = """
      SELECT k.name AS skill, c.by_id = $1 AS by_me, c.engagement_id AS engagement
        FROM skill_confirmed c
        JOIN skill k ON k.id = c.skill_id
       WHERE c.member_id = $1 OR c.by_id = $1
       ORDER BY c.engagement_id, k.plain
      """;

  private static final String POST = """
      SELECT p.id AS post, p.kind, p.mode, p.status, p.title, p.body, s.slug AS site, p.places, p.together, p.estimate_minutes,
             ARRAY(SELECT k.name FROM post_skill ps JOIN skill k ON k.id = ps.skill_id WHERE ps.post_id = p.id ORDER BY ps.position) AS skills,
             r.slug AS resource, p.booking_id AS booking, p.needed_by, p.created_at, p.published_at, p.wanted_until, p.expires_at,
             p.ended_at, p.hidden_at
        FROM post p
        LEFT JOIN site s ON s.id = p.site_id
        LEFT JOIN resource r ON r.id = p.resource_id
       WHERE p.author_id = $1
       ORDER BY p.id
      """;

  private static final String ANSWER = """
      SELECT w.id AS answer, w.post_id AS post, w.body, w.status, w.created_at, w.waiting_at, w.hidden_at, w.engagement_id AS engagement
        FROM answer w
       WHERE w.member_id = $1
       ORDER BY w.id
      """;

  private static final String REPLY = """
      SELECT y.answer_id AS answer, y.body, y.at
        FROM reply y
       WHERE y.member_id = $1
       ORDER BY y.id
      """;

  private static final String ENGAGEMENT = """
      SELECT e.id AS engagement, e.post_id AS post, CASE WHEN e.helper_id = $1 THEN 'helper' ELSE 'receiver' END AS side, e.mode,
             e.status, e.estimate_minutes, e.agreed_at, e.since, e.helper_minutes, e.receiver_minutes, e.final_minutes, e.dispute, e.reason
        FROM engagement e
       WHERE e.helper_id = $1
          OR e.id IN (SELECT g.engagement_id FROM engagement_receiver g WHERE g.member_id = $1)
       ORDER BY e.id
      """;

  /** What they said, and what was said to them for their help. */
  private static final String THANKS = """
      SELECT t.engagement_id AS engagement, t.member_id = $1 AS by_me, t.body, t.at
        FROM thanks t
       WHERE t.member_id = $1
          OR t.engagement_id IN (SELECT e.id FROM engagement e WHERE e.helper_id = $1)
       ORDER BY t.at, t.engagement_id
      """;

  private static final String MATCHED = """
      SELECT o.post_id AS post, o.at
        FROM post_told o
       WHERE o.member_id = $1
       ORDER BY o.at, o.post_id
      """;

  private static final String REPORT = """
      SELECT t.post_id AS post, t.answer_id AS answer, t.reason, t.wish, t.named, t.at, t.closed_at, t.outcome
        FROM report t
       WHERE t.reporter_id = $1
       ORDER BY t.id
      """;

  /** What was done about what they wrote, and what they did about what others wrote. */
  private static final String MODERATION = """
      SELECT o.post_id AS post, o.answer_id AS answer, o.act, o.by_id IS NOT DISTINCT FROM $1 AS by_me, o.reason, o.at
        FROM moderation o
       WHERE o.by_id = $1
          OR o.answer_id IN (SELECT w.id FROM answer w WHERE w.member_id = $1)
          OR o.answer_id IS NULL AND o.post_id IN (SELECT p.id FROM post p WHERE p.author_id = $1)
       ORDER BY o.id
      """;

  private static final String ENTRY = """
      SELECT t.id AS transfer, a.currency, t.at, t.kind, e.amount, t.about, t.reason, t.reverses,
             sum(e.amount) OVER (PARTITION BY a.id ORDER BY t.id) AS balance
        FROM account a
        JOIN entry e ON e.account_id = a.id
        JOIN transfer t ON t.id = e.transfer_id
       WHERE a.member_id = $1
       ORDER BY a.currency, t.id
      """;

  private static final String PROMISE = """
      SELECT a.currency, v.about, v.amount, v.made_at
        FROM account a
        JOIN reservation v ON v.account_id = a.id
       WHERE a.member_id = $1
       ORDER BY v.made_at, v.about
      """;

  static final Map<Kind, String> ALL = Map.ofEntries(
      Map.entry(Kind.SKILL, SKILL),
      Map.entry(Kind.CONFIRMATION, CONFIRMATION),
      Map.entry(Kind.POST, POST),
      Map.entry(Kind.ANSWER, ANSWER),
      Map.entry(Kind.REPLY, REPLY),
      Map.entry(Kind.ENGAGEMENT, ENGAGEMENT),
      Map.entry(Kind.THANKS, THANKS),
      Map.entry(Kind.MATCHED, MATCHED),
      Map.entry(Kind.REPORT, REPORT),
      Map.entry(Kind.MODERATION, MODERATION),
      Map.entry(Kind.ENTRY, ENTRY),
      Map.entry(Kind.PROMISE, PROMISE));

  private BoardStore() {}
}
