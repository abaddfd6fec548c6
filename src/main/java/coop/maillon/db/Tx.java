package coop.maillon.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One transaction. Its statements are sent as they are given, so those that do not wait for each other share a round trip. */
public final class Tx implements Sql {

  private static final String LOCK = """
            SELECT count(pg_advisory_xact_lock(wanted.type, wanted.id))
              FROM unnest($1::int[], $2::int[]) AS wanted (type, id)
            """;
  private static final String LOCK_ONE = "SELECT pg_advisory_xact_lock($1, $2)";
  private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1, $2) AS got";

  private final SqlConnection connection;
  private final List<Future<?>> sent = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean ended;

  Tx(SqlConnection connection) {
    this.connection = connection;
    sent.add(connection.query("BEGIN").execute());
  }

  @Override
  public Future<RowSet<Row>> run(String statement, @Nullable Object... arguments) {
    Future<RowSet<Row>> answer = connection.preparedQuery(statement).execute(Tuple.wrap(arguments));
    sent.add(answer);
    return answer;
  }

  /** A statement whose answer may be long, and how many of its rows are read at once. */
  public record Paged(String statement, int rows) {}

  /** Sends one statement and gives its rows away in lots, one at least; the next are read once {@code take} is done. */
  public Future<Void> each(
      Paged paged, Function<RowSet<Row>, Future<Void>> take, @Nullable Object... arguments) {
    var answer = connection.prepare(paged.statement()).compose(prepared -> {
      var cursor = prepared.cursor(Tuple.wrap(arguments));
      return readOn(cursor, paged.rows(), take)
          .eventually(cursor::close)
          .eventually(prepared::close);
    });
    sent.add(answer);
    return answer;
  }

  private static Future<Void> readOn(
      Cursor cursor, int rows, Function<RowSet<Row>, Future<Void>> take) {
    return cursor
        .read(rows)
        .compose(take)
        .compose(done -> cursor.hasMore() ? readOn(cursor, rows, take) : Future.succeededFuture());
  }

  /** Takes all the locks by one statement, in their order; they are given back when the transaction ends. */
  public Future<Void> lock(Collection<Lock> locks) {
    var sorted = new TreeSet<>(locks);
    if (sorted.size() == 1) {
      return run(LOCK_ONE, sorted.first().type(), (int) sorted.first().id()).mapEmpty();
    }
    Integer[] types = sorted.stream().map(Lock::type).toArray(Integer[]::new);
    Integer[] ids = sorted.stream().map(lock -> (int) lock.id()).toArray(Integer[]::new);
    return run(LOCK, types, ids).mapEmpty();
  }

  /** Takes the lock if nobody has it; true if so. */
  public Future<Boolean> tryLock(Lock lock) {
    return run(TRY_LOCK, lock.type(), (int) lock.id())
        .map(rows -> rows.iterator().next().getBoolean("got"));
  }

  /** Runs once the commit is known to have succeeded. */
  public void afterCommit(Runnable act) {
    afterCommit.add(act);
  }

  /** Sends COMMIT behind what was sent, without waiting for it. Nothing may be sent after. */
  public Future<Void> commit() {
    return end("COMMIT");
  }

  /** Gives everything back: for a refusal, which leaves no trace. */
  public Future<Void> rollback() {
    afterCommit.clear();
    return end("ROLLBACK");
  }

  /**
   * Ends what is not ended. A COMMIT of a failed transaction answers ROLLBACK without an error, so the commit counts only
   * if every statement before it succeeded.
   */
  Future<Void> finish() {
    Future<Void> last = ended ? Future.succeededFuture() : commit();
    return last.compose(done -> Future.all(sent))
        .<Void>mapEmpty()
        .onSuccess(done -> afterCommit.forEach(Runnable::run));
  }

  /** Once a statement failed, all later ones fail because of it: the first one's fault is the one to tell. */
  Throwable causeOf(Throwable fault) {
    return sent.stream()
        .filter(Future::failed)
        .findFirst()
        .<Throwable>map(Future::cause)
        .orElse(fault);
  }

  /** Leaves the connection clean after a fault; never fails. */
  Future<Void> abandon() {
    return connection.query("ROLLBACK").execute().<Void>mapEmpty().otherwiseEmpty();
  }

  private Future<Void> end(String statement) {
    if (ended) {
      return Future.succeededFuture();
    }
    ended = true;
    Future<Void> answer = connection.query(statement).execute().mapEmpty();
    sent.add(answer);
    return answer;
  }
}
