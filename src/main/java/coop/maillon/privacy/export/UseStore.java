package coop.maillon.privacy.export;

import java.util.Map;

/** The SQL of what somebody booked, waited for and signalled, and of what they were told. */
final class UseStore {

  /** What others wrote into a booking of theirs stays theirs: whoever takes part reads its title, and not why it was refused. */
  private static final String BOOKING = """
      SELECT b.id AS booking, o.part, b.starts_at, b.ends_at, b.status,
             ARRAY(SELECT r.slug FROM booked k JOIN resource r ON r.id = k.resource_id WHERE k.booking_id = b.id ORDER BY k.position) AS resources,
             b.title, b.private, b.activity, b.distance_km, b.created_at,
             CASE WHEN o.part = 'booker' THEN b.reason END AS reason,
             b.series_id AS series, b.arrived_at, b.left_at,
             (SELECT count(*) FROM participant p WHERE p.booking_id = b.id) AS participants
        FROM (SELECT m.id, 'booker' AS part FROM booking m WHERE m.member_id = $1
              UNION ALL
              SELECT p.booking_id, 'participant' FROM participant p JOIN booking i ON i.id = p.booking_id
               WHERE p.member_id = $1 AND i.member_id <> $1) o
        JOIN booking b ON b.id = o.id
       ORDER BY b.starts_at, b.id
      """;

  private static final String SERIES = """
      SELECT s.id AS series, s.rrule, s.zone, s.starts_local, s.minutes, s.exdates, s.created_at
        FROM series s
       WHERE s.member_id = $1
       ORDER BY s.id
      """;

  private static final String WAITING = """
      SELECT r.slug AS resource, w.starts_at, w.ends_at, w.created_at, w.state, w.offered_until
        FROM waiting w
        JOIN resource r ON r.id = w.resource_id
       WHERE w.member_id = $1
       ORDER BY w.id
      """;

  private static final String HOLD = """
      SELECT r.slug AS resource, h.starts_at, h.ends_at, h.expires_at
        FROM hold h
        JOIN resource r ON r.id = h.resource_id
       WHERE h.member_id = $1
       ORDER BY h.id
      """;

  private static final String REMINDER = """
      SELECT n.booking_id AS booking, n.starts_at
        FROM reminder n
       WHERE n.member_id = $1
       ORDER BY n.starts_at, n.booking_id
      """;

  private static final String PROBLEM = """
      SELECT p.id AS problem, r.slug AS resource, u.label AS unit, p.booking_id AS booking, p.text, p.photo IS NOT NULL AS photo,
             p.created_at, p.closed_at, p.outcome
        FROM problem p
        JOIN resource r ON r.id = p.resource_id
        LEFT JOIN unit u ON u.id = p.unit_id
       WHERE p.reporter_id = $1
       ORDER BY p.id
      """;

  private static final String READING = """
      SELECT r.slug AS resource, v.at, v.soc_pct, v.plugged, v.odometer_km, v.corrects_km, v.created_at
        FROM vehicle_reading v
        JOIN resource r ON r.id = v.resource_id
       WHERE v.member_id = $1
       ORDER BY v.id
      """;

  private static final String HANDOVER = """
      SELECT h.booking_id AS booking, r.slug AS resource, h.way, h.at, h.odometer_km, h.soc_pct, h.plug, h.cable, h.damage, h.cleanliness
        FROM vehicle_handover h
        JOIN resource r ON r.id = h.resource_id
       WHERE h.member_id = $1
       ORDER BY h.id
      """;

  private static final String DAMAGE = """
      SELECT d.id AS damage, r.slug AS resource, d.booking_id AS booking, d.way, d.at, d.severity, d.what, d.place,
             (SELECT count(*) FROM vehicle_damage_photo p WHERE p.damage_id = d.id) AS photos
        FROM vehicle_damage d
        JOIN resource r ON r.id = d.resource_id
       WHERE d.member_id = $1
       ORDER BY d.id
      """;

  /** When the code of a key was shown to them first. */
  private static final String ACCESS = """
      SELECT c.booking_id AS booking, c.at
        FROM access_shown c
       WHERE c.member_id = $1
       ORDER BY c.at, c.booking_id
      """;

  private static final String SETTLEMENT = """
      SELECT s.booking_id AS booking, r.slug AS resource, s.at, s.booked_minutes, s.used_minutes, s.km, s.km_is_read, s.kwh, s.kwh_is_read,
             s.emitted_kg, s.reference_kg, s.cents
        FROM settlement s
        JOIN resource r ON r.id = s.resource_id
       WHERE s.member_id = $1
       ORDER BY s.at, s.booking_id
      """;

  private static final String CORRECTION = """
      SELECT c.booking_id AS booking, r.slug AS resource, c.at, c.cents, c.reason
        FROM settlement s
        JOIN settlement_correction c ON c.booking_id = s.booking_id AND c.resource_id = s.resource_id
        JOIN resource r ON r.id = c.resource_id
       WHERE s.member_id = $1
       ORDER BY c.id
      """;

  private static final String INBOX = """
      SELECT i.at, i.kind, i.data AS text, i.read_at
        FROM inbox i
       WHERE i.member_id = $1
       ORDER BY i.seq
      """;

  private static final String MAIL = """
      SELECT m.recipient, m.subject, m.created_at, m.sent_at, m.held, m.withheld_at, m.dead_at, m.is_digest AS digest
        FROM mail m
       WHERE m.member_id = $1
       ORDER BY m.id
      """;

  /** As their page of it shows it: who else took part is told by number only. */
  private static final String AUDIT = """
      SELECT a.at, a.kind, a.actor_id IS NOT DISTINCT FROM $1 AS by_me, a.member_id IS NOT DISTINCT FROM $1 AS about_me, a.what,
             (SELECT jsonb_object_agg(b.key, b.value) FROM jsonb_each(a.before) b WHERE b.key = ANY (k.told)) AS before,
             (SELECT jsonb_object_agg(b.key, b.value) FROM jsonb_each(a.after) b WHERE b.key = ANY (k.told)) AS after
        FROM audit a
       CROSS JOIN (SELECT ARRAY['resources', 'start', 'end', 'state', 'standing', 'reason', 'outcome'] AS told) k
       WHERE a.member_id = $1 OR a.actor_id = $1
       ORDER BY a.seq
      """;

  static final Map<Kind, String> ALL = Map.ofEntries(
      Map.entry(Kind.BOOKING, BOOKING),
      Map.entry(Kind.SERIES, SERIES),
      Map.entry(Kind.WAITING, WAITING),
      Map.entry(Kind.HOLD, HOLD),
      Map.entry(Kind.REMINDER, REMINDER),
      Map.entry(Kind.PROBLEM, PROBLEM),
      Map.entry(Kind.READING, READING),
      Map.entry(Kind.HANDOVER, HANDOVER),
      Map.entry(Kind.DAMAGE, DAMAGE),
      Map.entry(Kind.ACCESS, ACCESS),
      Map.entry(Kind.SETTLEMENT, SETTLEMENT),
      Map.entry(Kind.CORRECTION, CORRECTION),
      Map.entry(Kind.INBOX, INBOX),
      Map.entry(Kind.MAIL, MAIL),
      Map.entry(Kind.AUDIT, AUDIT));

  private UseStore() {}
}
