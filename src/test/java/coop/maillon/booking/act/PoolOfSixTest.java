package coop.maillon.booking.act;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quiet desks of Lyon, open day and night, asked for by programs. */
class PoolOfSixTest {

  private static final Instant THURSDAY = Instant.parse("2026-12-10T00:00:00Z");
  private static final int QUARTERS = 2 * 96;

  private static Coop coop;

  @BeforeAll
  static void start() {
    coop = Coop.start();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  /** From one quarter of an hour to another, counted from Thursday. */
  private record Kept(String id, int from, int to) {}

  @Test
  void ofFiveHundredRandomBookingsAndCancellationsOnlyThoseAreRefusedForWhichSixOverlap() {
    var random = new Random(20261208);
    var kept = new ArrayList<Kept>();
    var refused = 0;
    for (var i = 0; i < 500; i++) {
      if (random.nextInt(4) == 0 && !kept.isEmpty()) {
        cancel(kept.remove(random.nextInt(kept.size())));
      } else {
        refused += asks(random, kept);
      }
    }
    assertThat(refused).as("refusals, of which there should be some").isGreaterThan(20);
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo(Integer.toString(kept.size()));
  }

  private static int asks(Random random, List<Kept> kept) {
    var from = random.nextInt(QUARTERS);
    var to = from + 1 + random.nextInt(40);
    var answer = coop.as("bruno").book("bureaux-calmes", at(from), at(to));
    var full = sixOverlap(kept, from, to);
    assertThat(answer.statusCode())
        .as("%d to %d beside %s", from, to, kept)
        .isEqualTo(full ? 409 : 201);
    if (!full) {
      kept.add(new Kept(new JsonObject(answer.body()).getString("id"), from, to));
    }
    return full ? 1 : 0;
  }

  private static void cancel(Kept one) {
    var answer =
        coop.as("bruno").post("/api/v1/bookings/" + one.id() + "/cancellation", new JsonObject());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static boolean sixOverlap(List<Kept> kept, int from, int to) {
    for (var quarter = from; quarter < to; quarter++) {
      var now = quarter;
      if (kept.stream().filter(one -> one.from() <= now && now < one.to()).count() >= 6) {
        return true;
      }
    }
    return false;
  }

  private static String at(int quarter) {
    return THURSDAY.plusSeconds(900L * quarter).toString();
  }
}
