package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Connections that tests have asked their questions by, kept for the next: opening one costs fifty questions. */
final class KeptConnections {

  private static final int MOST = 8;

  private final Deque<Kept> kept = new ArrayDeque<>();

  private record Kept(DatabaseAddress database, Connection connection) {}

  /** Something done by a connection. */
  interface Work<T> {
    T by(Connection connection) throws SQLException;
  }

  <T> T with(DatabaseAddress database, Work<T> work) throws SQLException {
    Connection connection = take(database);
    try {
      T result = work.by(connection);
      keep(new Kept(database, connection));
      return result;
    } catch (SQLException | RuntimeException fault) {
      connection.close();
      throw fault;
    }
  }

  /** What is copied must have nobody in it. */
  synchronized void leave(DatabaseAddress database) throws SQLException {
    for (var found = pick(database); found.isPresent(); found = pick(database)) {
      found.get().close();
    }
  }

  private Connection take(DatabaseAddress database) throws SQLException {
    for (var found = pick(database); found.isPresent(); found = pick(database)) {
      if (answers(found.get())) {
        return found.get();
      }
    }
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** A test may have cut it, or set something for its session. */
  private static boolean answers(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("DISCARD ALL");
      return true;
    } catch (SQLException cut) {
      return false;
    }
  }

  private synchronized Optional<Connection> pick(DatabaseAddress database) {
    for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
      Kept one = all.next();
      if (one.database().equals(database)) {
        all.remove();
        return Optional.of(one.connection());
      }
    }
    return Optional.empty();
  }

  private synchronized void keep(Kept one) throws SQLException {
    kept.addFirst(one);
    if (kept.size() > MOST) {
      kept.removeLast().connection().close();
    }
  }
}
