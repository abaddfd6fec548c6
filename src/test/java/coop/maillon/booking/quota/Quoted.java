package coop.maillon.booking.quota;

import coop.maillon.support.Coop;

/** Quotas and teams put straight into the tables. */
final class Quoted {

  private Quoted() {}

  /** @param what measure, amount, period: {@code bookings 3 month} */
  static void member(Coop coop, String what, String... resources) {
    insert(coop, what, "'member', NULL", resources);
  }

  /** All of the cast named share it. */
  static void team(Coop coop, String what, String members, String... resources) {
    coop.sql(
        "INSERT INTO member_group (slug, name, sort) VALUES ('atelier', 'Atelier bois', 'team')",
        """
        INSERT INTO group_member
        SELECT g.id, m.id FROM member_group g, member m
         WHERE split_part(m.email, '@', 1) = ANY (string_to_array('%s', ' '))
        """.formatted(members));
    insert(coop, what, "'team', (SELECT max(id) FROM member_group)", resources);
  }

  private static void insert(Coop coop, String what, String holder, String... resources) {
    var said = what.split(" ");
    coop.sql("""
        INSERT INTO quota (site_id, name, measure, amount, period, holder, group_id)
        SELECT id, 'Petites salles', '%s', %s, '%s', %s FROM site WHERE slug = 'lyon'
        """.formatted(said[0], said[1], said[2], holder), """
        INSERT INTO quota_resource
        SELECT (SELECT max(id) FROM quota), id FROM resource WHERE slug IN ('%s')
        """.formatted(
            String.join("','", resources)));
  }
}
