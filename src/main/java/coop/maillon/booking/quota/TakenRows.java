package coop.maillon.booking.quota;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** What of a booking {@code b} counts against a quota: all of it, or what was used of one that was cancelled after its start. */
public final class TakenRows {

  /** When it was cancelled: its undo begins then. */
  private static final String CANCELLED_AT = "b.undo_until - interval '5 minutes'";

  /** A condition. */
  public static final String COUNTS = """
      (b.status IN ('pending', 'confirmed', 'started', 'completed')
          OR b.status = 'cancelled' AND %s > b.starts_at)
      """.formatted(CANCELLED_AT).strip();

  /** The columns `starts` and `ends`, in seconds. */
  public static final String SLOT = """
      extract(epoch FROM b.starts_at)::bigint AS starts,
             ceil(extract(epoch FROM CASE WHEN b.status = 'cancelled' THEN least(b.ends_at, %s) ELSE b.ends_at END))::bigint AS ends
      """.formatted(CANCELLED_AT).strip();

  private TakenRows() {}

  static Taken taken(JsonObject row) {
    return new Taken(new BookingId(row.getLong("id")), slot(row));
  }

  /** What is counted of the row's booking. */
  public static TimeSlot slot(JsonObject row) {
    return new TimeSlot(
        Instant.ofEpochSecond(row.getLong("starts")), Instant.ofEpochSecond(row.getLong("ends")));
  }
}
