package coop.maillon.support;

/** Things of Bruno's on the board, written straight into the tables: each call makes a new one. */
public final class BoardThings {

  private BoardThings() {}

  /** A request for an hour of help, at Lyon. */
  public static String post(Coop coop) {
    return coop.one("""
        INSERT INTO post (author_id, kind, mode, status, title, body, site_id, estimate_minutes, created_at, published_at, expires_at)
        SELECT m.id, 'request', 'hours', 'published', 'Remonter un établi', 'Deux bras suffisent.', s.id, 60,
               '2026-12-07Z', '2026-12-07Z', '2027-01-07Z'
          FROM member m, site s WHERE m.email = 'bruno@demo.test' AND s.slug = 'lyon'
        RETURNING id
        """);
  }

  /** Diane's answer to such a post. */
  public static String answer(Coop coop) {
    return coop.one("""
        INSERT INTO answer (post_id, member_id, body, status, created_at)
        SELECT %s, m.id, 'Je viens.', 'proposed', '2026-12-07Z' FROM member m WHERE m.email = 'diane@demo.test'
        RETURNING id
        """.formatted(post(coop)));
  }

  /** What Bruno and Diane agreed on, of which Diane says that it took an hour. */
  public static String engagement(Coop coop) {
    String answer = answer(coop);
    return coop.one("""
        WITH agreed AS (
          INSERT INTO engagement (post_id, helper_id, mode, status, estimate_minutes, agreed_at, since, helper_minutes)
          SELECT w.post_id, w.member_id, 'hours', 'declared', 60, '2026-12-07Z', '2026-12-07Z', 60 FROM answer w WHERE w.id = %s
          RETURNING id, post_id),
        helped AS (
          INSERT INTO engagement_receiver (engagement_id, member_id)
          SELECT agreed.id, p.author_id FROM agreed JOIN post p ON p.id = agreed.post_id),
        accepted AS (
          UPDATE answer SET status = 'accepted', engagement_id = agreed.id FROM agreed WHERE answer.id = %s)
        SELECT id FROM agreed
        """.formatted(answer, answer));
  }
}
