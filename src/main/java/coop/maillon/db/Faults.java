package coop.maillon.db;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failed statement means for whoever asked. */
public final class Faults {

  private static final Set<String> ANOTHER_WAS_IN_THE_WAY =
      Set.of("23P01", "40P01", "40001", "23503");
  private static final String STALE_PLAN = "0A000";
  private static final String DUPLICATE = "23505";

  private Faults() {}

  /** An overlap, a deadlock, a serialization failure, or a row that another transaction just took away: the whole may be tried again. */
  static boolean isWorthAnotherTry(Throwable fault) {
    return fault instanceof PgException pg && ANOTHER_WAS_IN_THE_WAY.contains(pg.getSqlState());
  }

  static boolean isStalePlan(Throwable fault) {
    return fault instanceof PgException pg && STALE_PLAN.equals(pg.getSqlState());
  }

  /** A value that must be unique stands already. */
  public static boolean isDuplicate(Throwable fault) {
    return fault instanceof PgException pg && DUPLICATE.equals(pg.getSqlState());
  }

  /** The database cannot be reached or is too busy: to be answered by 503, not 500. */
  public static boolean isUnavailable(Throwable fault) {
    if (fault instanceof PgException pg) {
      String state = pg.getSqlState();
      return state != null
          && (state.startsWith("57P") || state.startsWith("53") || state.startsWith("08"));
    }
    return fault instanceof ClosedConnectionException
        || fault instanceof IOException
        || fault instanceof TimeoutException
        || (fault instanceof VertxException
            && String.valueOf(fault.getMessage()).contains("onnection"));
  }
}
