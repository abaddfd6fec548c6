package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.db.EmbeddedPostgres;
import coop.maillon.db.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One PostgreSQL for all tests of this process, and a new, migrated database for whoever asks. */
public final class TestDatabase {

  private static final Path HOME =
      Path.of("target", "test-database", System.getProperty("maillon.test.fork", "1"));
  private static final String TEMPLATE = "test_template";
  // Speed over safety, here only: these databases are thrown away, before there is anything to
  // vacuum.
  private static final Map<String, String> SETTINGS = Map.of(
      "fsync",
      "off",
      "full_page_writes",
      "off",
      "wal_level",
      "minimal",
      "max_wal_senders",
      "0",
      "autovacuum",
      "off",
      "max_connections",
      "200",
      "shared_preload_libraries",
      "pg_stat_statements");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int MOST_RECENT = 8;
  private static final Deque<String> RECENT = new ArrayDeque<>();
  private static final KeptConnections KEPT = new KeptConnections();

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();
  }

  private TestDatabase() {}

  /** A database of one's own with every table and no row. */
  public static DatabaseAddress fresh() {
    return created(" TEMPLATE " + TEMPLATE);
  }

  /** A database of one's own with nothing in it, not even tables. */
  public static DatabaseAddress empty() {
    return created("");
  }

  /** The same database for what its owner may not do. */
  static DatabaseAddress asSuperuser(DatabaseAddress database) {
    return new DatabaseAddress(
        database.host(),
        database.port(),
        database.name(),
        "postgres",
        database.password(),
        database.sslMode());
  }

  /** Runs statements as they are, for what a test must do behind the program's back. */
  public static void run(DatabaseAddress database, String... statements) {
    with(database, connection -> {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
        return List.of();
      }
    });
  }

  /** The rows of a query, each its columns as text joined by a space. */
  public static List<String> ask(DatabaseAddress database, String query) {
    return with(database, connection -> {
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        return texts(rows);
      }
    });
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> found = new ArrayList<>();
    while (rows.next()) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        columns.add(String.valueOf(rows.getString(i)));
      }
      found.add(String.join(" ", columns));
    }
    return found;
  }

  private static List<String> with(
      DatabaseAddress database, KeptConnections.Work<List<String>> work) {
    try {
      return KEPT.with(database, work);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** A database that others are copied from, filled once. */
  static void template(String name, Consumer<DatabaseAddress> filling) {
    DatabaseAddress made = Started.SERVER.address().named(name);
    run(Started.SERVER.address(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    filling.accept(made);
    leave(made);
  }

  private static void leave(DatabaseAddress database) {
    try {
      KEPT.leave(database);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** A database of one's own, with what that template has. */
  static DatabaseAddress copyOf(String template) {
    return created(" TEMPLATE " + template);
  }

  private static synchronized DatabaseAddress created(String from) {
    DatabaseAddress owner = Started.SERVER.address();
    String name = "test_" + COUNT.incrementAndGet();
    run(owner, "CREATE DATABASE " + name + from + " STRATEGY FILE_COPY");
    RECENT.addLast(name);
    if (RECENT.size() > MOST_RECENT) {
      dropUnused(owner, RECENT.removeFirst());
    }
    return owner.named(name);
  }

  /** Before the system has written it to the disk: that took longer than the tests. */
  private static void dropUnused(DatabaseAddress owner, String name) {
    leave(owner.named(name));
    var users = ask(owner, "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + name + "'");
    if (users.equals(List.of("0"))) {
      run(owner, "DROP DATABASE " + name);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start(HOME, SETTINGS);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      dropWhatTheLastRunLeft(asSuperuser(server.address()));
      run(server.address(), "CREATE DATABASE " + TEMPLATE);
      Migrations.run(server.address().named(TEMPLATE));
      return server;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void dropWhatTheLastRunLeft(DatabaseAddress owner) {
    ask(owner, "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
        .forEach(name -> run(owner, "DROP DATABASE " + name + " WITH (FORCE)"));
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
