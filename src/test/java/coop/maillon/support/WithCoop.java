package coop.maillon.support;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One cooperative for all tests of a class; each of them begins with a free ledger. */
public abstract class WithCoop {

  protected static Coop coop;

  @BeforeAll
  public static void openCoop() {
    coop = Coop.start();
  }

  @AfterAll
  public static void closeCoop() {
    coop.close();
  }

  @BeforeEach
  public void freeAll() {
    coop.sql("DELETE FROM occupancy", "DELETE FROM hold");
  }

  /** Books it for an "Atelier", times as RFC 3339 with offset; the number of the booking. */
  protected static String atelier(String who, String slug, String start, String end) {
    return coop.booked(
        who,
        new JsonObject()
            .put("resource", slug)
            .put("start", start)
            .put("end", end)
            .put("title", "Atelier"));
  }
}
