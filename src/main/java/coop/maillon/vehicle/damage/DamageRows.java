package coop.maillon.vehicle.damage;

/** How a query finds out what is damaged on a car; {@link Damage} reads the rows. */
public final class DamageRows {

  /** One row each, the worst first; moments in milliseconds. */
  private static final String ROWS = """
      SELECT d.id, coalesce(w.severity, d.severity) AS severity, d.closes OR w.severity IS NOT NULL AS closes, d.what, d.place,
             (extract(epoch FROM d.at) * 1000)::bigint AS at, d.way, d.booking_id AS booking, d.member_id AS reporter,
             CASE WHEN m.step = 'mended' THEN (extract(epoch FROM m.at) * 1000)::bigint END AS mended_at,
             coalesce(m.word, '') AS word, m.member_id AS mender,
             (SELECT coalesce(jsonb_agg(p.id ORDER BY p.position), '[]') FROM vehicle_damage_photo p WHERE p.damage_id = d.id) AS photos
        FROM vehicle_damage d
        LEFT JOIN LATERAL (
               SELECT s.severity FROM vehicle_damage_step s
                WHERE s.damage_id = d.id AND s.step = 'weighed'
                ORDER BY s.id DESC LIMIT 1) w ON true
        LEFT JOIN LATERAL (
               SELECT s.step, s.at, s.word, s.member_id FROM vehicle_damage_step s
                WHERE s.damage_id = d.id AND s.step <> 'weighed'
                ORDER BY s.id DESC LIMIT 1) m ON true
       WHERE d.resource_id = RESOURCE
      """;

  private static final String OPEN = ROWS + """
         AND m.step IS DISTINCT FROM 'mended'
       ORDER BY array_position(ARRAY['unsafe', 'repair', 'cosmetic'], coalesce(w.severity, d.severity)), d.at DESC, d.id DESC
       LIMIT 50
      """;

  private DamageRows() {}

  /** @param resource its id as the query has it, such as {@code $1} */
  static String of(String resource) {
    return ROWS.replace("RESOURCE", resource);
  }

  /** What is not mended, in one array, for a query that asks more. */
  public static String openInOne(String resource) {
    return "(SELECT coalesce(jsonb_agg(to_jsonb(n)), '[]') FROM ("
        + OPEN.replace("RESOURCE", resource)
        + ") n)";
  }
}
