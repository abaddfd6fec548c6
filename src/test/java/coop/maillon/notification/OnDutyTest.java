package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class OnDutyTest {

  @Test
  void aRequestReachesWhoeverHasDutyThisWeekAndNobodyElse() {
    try (Coop coop = Coop.start()) {
      coop.sql("INSERT INTO duty (site_id, week, member_id)"
          + " SELECT s.id, date_trunc('week', timestamptz '" + coop.clock().instant()
          + "')::date, m.id FROM site s, member m"
          + " WHERE s.slug = 'lyon' AND m.email = 'chloe@demo.test'");
      var start = coop.clock().instant().plusSeconds(9 * 86_400).toString().substring(0, 11);
      var asked = coop.as("bruno")
          .post(
              "/api/v1/bookings",
              new JsonObject()
                  .put("resource", "studio")
                  .put("start", start + "09:00:00Z")
                  .put("end", start + "10:00:00Z"));
      assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
      soon(
          "it is told",
          () -> coop.one("SELECT count(*) FROM event WHERE seq <= (SELECT seq FROM notified_seen)")
              .equals("1"));
      assertThat(coop.one("SELECT string_agg(m.email, ' ') FROM inbox i JOIN member m"
              + " ON m.id = i.member_id WHERE i.kind = 'booking.asked'"))
          .isEqualTo("chloe@demo.test");
    }
  }
}
