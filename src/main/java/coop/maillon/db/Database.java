package coop.maillon.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as the program uses it: single reads, pipelined, and transactions that are tried again when the database asks for it. */
public final class Database implements Sql {

  private static final int TRIES = 3;
  private static final int READS_ON_ONE = 4;
  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private final SqlClient reads;
  private final Pool writes;

  private Database(SqlClient reads, Pool writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /**
   * Opens the pools; no connection is made before the first statement.
   *
   * @param connections how many connections transactions may use at once; single reads have a quarter of that on top
   * @param waiting how many transactions may wait for a connection before they fail as {@linkplain Faults#isUnavailable unavailable}
   */
  public static Database open(Vertx vertx, PgConnectOptions server, int connections, int waiting) {
    var options = quick(server);
    var pooled = pooled(connections, waiting);
    var reading = new PoolOptions(pooled).setName("reads").setMaxSize(Math.max(4, connections / 4));
    // One connection would take them all, and one process of PostgreSQL would answer them one by
    // one.
    var spread = new PgConnectOptions(options).setPipeliningLimit(READS_ON_ONE);
    return new Database(
        built(PgBuilder.client().with(reading).connectingTo(spread), vertx),
        built(PgBuilder.pool().with(pooled).connectingTo(options), vertx));
  }

  private static <C> C built(ClientBuilder<C> builder, Vertx vertx) {
    return builder.withConnectHandler(OneWrite::on).using(vertx).build();
  }

  /**
   * The same server, for statements that are small, many and always the same ones: planning one anew, a worker process or a
   * compiled plan each costs more than it brings. No plan reads a whole table where an index would do: made while the table was
   * still small, it would be kept when it no longer is.
   */
  public static PgConnectOptions quick(PgConnectOptions server) {
    return new PgConnectOptions(server)
        .addProperty("plan_cache_mode", "force_generic_plan")
        .addProperty("max_parallel_workers_per_gather", "0")
        .addProperty("jit", "off")
        .addProperty("enable_seqscan", "off")
        .addProperty("client_min_messages", "warning")
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(512)
        .setPreparedStatementCacheSqlFilter(statement -> true);
  }

  private static PoolOptions pooled(int connections, int waiting) {
    return new PoolOptions()
        .setName("transactions")
        .setMaxSize(connections)
        .setMaxWaitQueueSize(waiting)
        .setConnectionTimeout(10)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
        .setIdleTimeout(10)
        .setIdleTimeoutUnit(TimeUnit.MINUTES)
        .setMaxLifetime(1)
        .setMaxLifetimeUnit(TimeUnit.HOURS);
  }

  /** One statement on its own. A plan that a migration made stale is asked for once more. */
  @Override
  public Future<RowSet<Row>> run(String statement, @Nullable Object... arguments) {
    return once(statement, arguments)
        .recover(fault ->
            Faults.isStalePlan(fault) ? once(statement, arguments) : Future.failedFuture(fault));
  }

  /**
   * Runs the work in one transaction and commits it, unless the work ended it itself.
   * The whole is tried again, at most three times in all, when the database says that another transaction was in the way.
   */
  public <T> Future<T> transaction(Function<Tx, Future<T>> work) {
    return attempt(work, TRIES);
  }

  /** Several reads of one moment, whatever is written meanwhile. */
  public <T> Future<T> snapshot(Function<Tx, Future<T>> reads) {
    return transaction(tx -> tx.run(ONE_MOMENT).compose(set -> reads.apply(tx)));
  }

  public Future<Void> close() {
    return Future.join(reads.close(), writes.close()).mapEmpty();
  }

  private Future<RowSet<Row>> once(String statement, @Nullable Object... arguments) {
    return reads.preparedQuery(statement).execute(Tuple.wrap(arguments.clone()));
  }

  private <T> Future<T> attempt(Function<Tx, Future<T>> work, int triesLeft) {
    return writes
        .getConnection()
        .compose(connection -> onOne(connection, work))
        .recover(fault -> triesLeft > 1 && Faults.isWorthAnotherTry(fault)
            ? attempt(work, triesLeft - 1)
            : Future.failedFuture(fault));
  }

  private static <T> Future<T> onOne(SqlConnection connection, Function<Tx, Future<T>> work) {
    var tx = new Tx(connection);
    return Future.succeededFuture(tx)
        .compose(work)
        .compose(value -> tx.finish().map(value))
        .recover(fault -> tx.abandon().compose(done -> Future.failedFuture(tx.causeOf(fault))))
        .eventually(connection::close);
  }
}
