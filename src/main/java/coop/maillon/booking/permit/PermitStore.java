package coop.maillon.booking.permit;

import coop.maillon.db.Query;
import coop.maillon.member.MemberId;
import java.util.Collection;
import java.util.List;

/** The SQL of permits, as questions that travel with the lock. */
final class PermitStore {

  private static final String GROUPS = """
      SELECT g.slug, g.name,
             EXISTS (SELECT 1 FROM group_member m WHERE m.group_id = g.id AND m.member_id = $1) AS belongs
        FROM member_group g
       WHERE g.slug = ANY (string_to_array($2, ','))
      """;

  private static final String HABILITATIONS = """
      SELECT h.slug, h.name, m.valid_from::text AS since, m.valid_until::text AS until
        FROM habilitation h
        LEFT JOIN member_habilitation m ON m.habilitation_id = h.id AND m.member_id = $1 AND m.withdrawn_at IS NULL
       WHERE h.slug = ANY (string_to_array($2, ','))
      """;

  private PermitStore() {}

  /** Rows `slug, name, belongs`. */
  static Query groups(MemberId member, Collection<String> slugs) {
    return new Query(GROUPS, List.of(member.value(), String.join(",", slugs)));
  }

  /** Rows `slug, name, since, until`, one for each time it was given; dates null where it never was. */
  static Query habilitations(MemberId member, Collection<String> slugs) {
    return new Query(HABILITATIONS, List.of(member.value(), String.join(",", slugs)));
  }
}
