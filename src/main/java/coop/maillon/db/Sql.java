package coop.maillon.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.jspecify.annotations.Nullable;

/** Where a store sends its statements: the database at large, or one transaction of it. */
public interface Sql {

  /**
   * Sends one statement. Statements sent without waiting for each other travel together.
   *
   * @param statement text with `$1`, `$2`…
   * @param arguments their values; arrays become PostgreSQL arrays
   */
  Future<RowSet<Row>> run(String statement, @Nullable Object... arguments);
}
