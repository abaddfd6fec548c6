package coop.maillon.vehicle.damage;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known to be damaged on a car.
 *
 * @param severity as it is weighed now
 * @param place where on the car; may be empty
 * @param photos their numbers
 * @param mended when it was, and what was done; empty while it is not
 */
public record Damage(
    long id,
    Severity severity,
    Closing closing,
    String what,
    String place,
    Instant at,
    List<Long> photos,
    Optional<Mended> mended) {

  /** Whether it keeps the car closed. */
  public enum Closing {
    CLOSES,
    LEAVES
  }

  /** @param word what was done; may be empty */
  public record Mended(Instant at, String word) {}

  public Damage {
    photos = List.copyOf(photos);
  }

  boolean isOpen() {
    return mended.isEmpty();
  }

  /** Whether it keeps the car closed now. */
  boolean closes() {
    return isOpen() && severity == Severity.UNSAFE && closing == Closing.CLOSES;
  }

  /** From a row of {@link DamageRows}. */
  public static Damage of(JsonObject row) {
    return new Damage(
        row.getLong("id"),
        Severity.named(row.getString("severity")).orElseThrow(),
        row.getBoolean("closes") ? Closing.CLOSES : Closing.LEAVES,
        row.getString("what"),
        row.getString("place"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getJsonArray("photos").stream().map(id -> ((Number) id).longValue()).toList(),
        row.getLong("mended_at") == null
            ? Optional.empty()
            : Optional.of(
                new Mended(Instant.ofEpochMilli(row.getLong("mended_at")), row.getString("word"))));
  }
}
