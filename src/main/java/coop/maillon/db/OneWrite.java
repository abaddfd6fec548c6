package coop.maillon.db;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/**
 * Statements that do not wait for each other cross to PostgreSQL by one write. The client writes each by itself, so that the
 * server's process wakes, answers and falls asleep again between any two of them.
 */
final class OneWrite {

  /** More at once than any request sends. */
  private static final int STATEMENTS = 256;

  private OneWrite() {}

  /** Makes a new connection so and gives it to the pool. */
  static void on(SqlConnection connection) {
    if (connection instanceof SqlConnectionInternal client
        && client.unwrap().unwrap() instanceof SocketConnectionBase it) {
      it.socket()
          .channelHandlerContext()
          .pipeline()
          .addFirst(new FlushConsolidationHandler(STATEMENTS, true));
    }
    connection.close();
  }
}
