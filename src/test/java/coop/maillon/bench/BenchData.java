package coop.maillon.bench;

import coop.maillon.db.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;

/** 200 resources and 100,000 bookings at one site, 600 of them on the day shown, made by SQL because it is much. */
final class BenchData {

  static final int RESOURCES = 200;
  static final LocalDate SHOWN = LocalDate.of(2027, 6, 15);
  static final int MEMBERS = 500;

  /** Members book each for themselves: their tokens are this and their number, from 1. */
  static final String TOKEN = "bench-token-";

  static final String SESSION = "bench-session";

  private BenchData() {}

  static void fill(DatabaseAddress database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      for (String sql : SQL.replace("TOKEN", hash(TOKEN))
          .replace("SESSION", hash(SESSION))
          .replace("SHOWN", SHOWN.toString())
          .split(";\n")) {
        statement.execute(sql);
      }
    }
  }

  /** Bookings of one or two hours: each resource has three on the day shown, and one or two on each of 330 other days. */
  private static final String SQL = """
      CREATE TABLE bare_outbox (LIKE outbox INCLUDING ALL);
      INSERT INTO site (slug, name, zone) VALUES ('bench', 'Bench', 'Europe/Paris');
      INSERT INTO member (email, name, state, created_at)
      SELECT 'm' || n || '@bench.test', 'Membre Numéro' || n, 'active', '2026-01-01Z' FROM generate_series(1, 500) AS n;
      INSERT INTO api_token (token_hash, member_id, created_at, expires_at, used_at) SELECT sha256(convert_to('bench-token-' || id, 'UTF8')), id, '2026-01-01Z', '2040-01-01Z', '2039-01-01Z' FROM member;
      INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at) VALUES ('SESSION', 1, '2026-01-01Z', '2039-01-01Z', '2040-01-01Z');
      INSERT INTO resource (site_id, slug, kind, name, capacity, policy, space_group)
      SELECT 1, 'r-' || n, CASE WHEN n <= 140 THEN 'space' WHEN n <= 180 THEN 'equipment' ELSE 'vehicle' END, 'Ressource ' || n, 8,
             '{"hours":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}}', n
        FROM generate_series(1, 200) AS n;
      INSERT INTO unit (resource_id, label) SELECT id, name FROM resource;
      CREATE TEMP TABLE wanted AS
      SELECT row_number() OVER () AS id, r AS resource, 1 + (r * 7 + (d + 165) * 13 + s) % 500 AS member,
             (date 'SHOWN' + d + make_time(8 + 4 * s + (r + d + 165) % 2, 0, 0)) AT TIME ZONE 'Europe/Paris' AS starts,
             (date 'SHOWN' + d + make_time(10 + 4 * s, 0, 0)) AT TIME ZONE 'Europe/Paris' AS ends
        FROM generate_series(1, 200) AS r, generate_series(-165, 167) AS d, generate_series(0, 2) AS s
       WHERE d = 0 OR (r + d + 165 + s) % 2 = 0;
      DELETE FROM wanted WHERE id IN (SELECT id FROM wanted WHERE starts::date <> 'SHOWN' ORDER BY id DESC
                                       LIMIT greatest(0, (SELECT count(*) FROM wanted) - 100000));
      INSERT INTO booking (id, member_id, created_by, status, title, starts_at, ends_at, created_at)
      SELECT id, member, member, 'confirmed', 'Réunion ' || id, starts, ends, '2026-01-01Z' FROM wanted;
      INSERT INTO booked (booking_id, resource_id, position) SELECT id, resource, 1 FROM wanted;
      INSERT INTO occupancy (unit_id, resource_id, during, cause, booking_id)
      SELECT resource, resource, tstzrange(starts, ends, '[)'), 'booking', id FROM wanted;
      SELECT setval(pg_get_serial_sequence('booking', 'id'), (SELECT max(id) FROM booking));
      ANALYZE
      """;

  private static String hash(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return "\\x" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
