package coop.maillon.privacy.export;

import java.util.Map;

/** The SQL of what is kept about somebody as a member: who they are, what they may do, how they come in. */
final class SelfStore {

  private static final String PROFILE = """
      SELECT m.id AS member, m.name, m.email, m.state, m.administrator, m.guest, m.guest_until, m.language, m.theme,
             (SELECT s.slug FROM site s WHERE s.id = m.home_site_id) AS home_site,
             ARRAY(SELECT s.slug FROM coordinates c JOIN site s ON s.id = c.site_id WHERE c.member_id = m.id ORDER BY s.slug) AS coordinates,
             ARRAY(SELECT s.slug FROM guest_site g JOIN site s ON s.id = g.site_id WHERE g.member_id = m.id ORDER BY s.slug) AS guest_sites,
             m.asked AS may_be_asked, m.shows_presence, m.created_at
        FROM member m
       WHERE m.id = $1
      """;

  private static final String PREFERENCE = """
      SELECT p.choices, p.quiet_from, p.quiet_to, p.paused_until, p.digest_every, p.digest_day, p.digest_at, p.remind_minutes
        FROM preference p
       WHERE p.member_id = $1
      """;

  private static final String GROUP = """
      SELECT g.slug AS "group", g.name, g.sort
        FROM group_member gm
        JOIN member_group g ON g.id = gm.group_id
       WHERE gm.member_id = $1
       ORDER BY g.slug
      """;

  private static final String HABILITATION = """
      SELECT h.slug AS habilitation, h.name, mh.given_at, mh.valid_from, mh.valid_until, mh.withdrawn_at, mh.training_id AS training
        FROM member_habilitation mh
        JOIN habilitation h ON h.id = mh.habilitation_id
       WHERE mh.member_id = $1
       ORDER BY mh.id
      """;

  private static final String TRAINING = """
      SELECT t.id AS training, t.title, h.slug AS habilitation, t.held_on, s.slug AS site, tm.present, t.completed_at
        FROM training_member tm
        JOIN training t ON t.id = tm.training_id
        JOIN habilitation h ON h.id = t.habilitation_id
        JOIN site s ON s.id = t.site_id
       WHERE tm.member_id = $1
       ORDER BY t.held_on, t.id
      """;

  /** Those that bind them: for every member, or of a team of theirs. */
  private static final String QUOTA = """
      SELECT q.name, s.slug AS site, q.measure, q.amount, q.period, q.holder, g.slug AS team
        FROM quota q
        JOIN site s ON s.id = q.site_id
        LEFT JOIN member_group g ON g.id = q.group_id
       WHERE q.ended_at IS NULL
         AND (q.group_id IS NULL OR EXISTS (SELECT FROM group_member gm WHERE gm.group_id = q.group_id AND gm.member_id = $1))
       ORDER BY q.id
      """;

  private static final String DUTY = """
      SELECT s.slug AS site, d.week, d.member_id <> $1 AS substitute
        FROM duty d
        JOIN site s ON s.id = d.site_id
       WHERE d.member_id = $1 OR d.substitute_id = $1
       ORDER BY d.week, s.slug
      """;

  /** Never what opens: neither secrets nor their digests. */
  private static final String SESSION = """
      SELECT e.agent AS browser, e.created_at AS opened_at, e.seen_at, e.expires_at
        FROM session e
       WHERE e.member_id = $1
       ORDER BY e.created_at
      """;

  private static final String TOKEN = """
      SELECT t.label, t.read_only, t.created_at, t.expires_at, t.used_at
        FROM api_token t
       WHERE t.member_id = $1
       ORDER BY t.id
      """;

  private static final String LINK = """
      SELECT l.purpose, l.created_at, l.expires_at, l.used_at
        FROM mailed_link l
       WHERE l.member_id = $1
       ORDER BY l.created_at
      """;

  private static final String FEED = """
      SELECT f.label, f.scope, r.slug AS resource, s.slug AS site, f.created_at, f.revoked_at, f.read_at
        FROM calendar_feed f
        LEFT JOIN resource r ON r.id = f.resource_id
        LEFT JOIN site s ON s.id = f.site_id
       WHERE f.member_id = $1
       ORDER BY f.id
      """;

  /** What is in a file that a coordinator brought is about others. */
  private static final String IMPORT = """
      SELECT i.sort, i.file_name AS file, i.created_at, i.applied_at
        FROM import i
       WHERE i.member_id = $1
       ORDER BY i.id
      """;

  static final Map<Kind, String> ALL = Map.ofEntries(
      Map.entry(Kind.PROFILE, PROFILE),
      Map.entry(Kind.PREFERENCE, PREFERENCE),
      Map.entry(Kind.GROUP, GROUP),
      Map.entry(Kind.HABILITATION, HABILITATION),
      Map.entry(Kind.TRAINING, TRAINING),
      Map.entry(Kind.QUOTA, QUOTA),
      Map.entry(Kind.DUTY, DUTY),
      Map.entry(Kind.SESSION, SESSION),
      Map.entry(Kind.TOKEN, TOKEN),
      Map.entry(Kind.LINK, LINK),
      Map.entry(Kind.FEED, FEED),
      Map.entry(Kind.IMPORT, IMPORT));

  private SelfStore() {}
}
