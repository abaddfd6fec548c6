package coop.maillon.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL of our own, its data kept in the data directory, that outlives any death of this process. */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String HOST = "127.0.0.1";
  private static final String NAME = "maillon";
  private static final String SUPERUSER = "postgres";
  // Of postmaster.pid, counted from none.
  private static final int PORT_LINE = 3;
  private static final Duration RECOVERY = Duration.ofMinutes(5);
  private static final Map<String, String> SETTINGS = Map.ofEntries(
      // The library turns both off, for throw-away tests; here a booking must outlive a power cut.
      Map.entry("fsync", "on"),
      Map.entry("synchronous_commit", "on"),
      Map.entry("listen_addresses", HOST),
      Map.entry("unix_socket_directories", ""),
      Map.entry("max_connections", "100"),
      // Nobody watches the list of processes, and writing to it costs something at each statement.
      Map.entry("update_process_title", "off"),
      Map.entry("jit", "off"),
      // After a checkpoint each page is written whole once: rarer checkpoints and smaller pages for
      // a disk that others share.
      Map.entry("wal_compression", "on"),
      Map.entry("max_wal_size", "2GB"),
      Map.entry("checkpoint_timeout", "15min"),
      // A week of log files, each overwritten a week later.
      Map.entry("logging_collector", "on"),
      Map.entry("log_filename", "postgresql-%a.log"),
      Map.entry("log_truncate_on_rotation", "on"),
      Map.entry("log_rotation_age", "1d"),
      Map.entry("log_rotation_size", "0"));

  private final DataDirectory directory;
  private final Map<String, String> settings;
  private final DatabaseAddress address;
  private volatile Optional<io.zonky.test.db.postgres.embedded.EmbeddedPostgres> server =
      Optional.empty();
  private volatile boolean closed;

  private EmbeddedPostgres(
      DataDirectory directory, Map<String, String> settings, DatabaseAddress address) {
    this.directory = directory;
    this.settings = settings;
    this.address = address;
  }

  /**
   * Starts it on a free port of the loopback, making the database the first time. Blocks.
   *
   * @throws IOException when another server owns the directory, or the database does not start
   */
  public static EmbeddedPostgres start(Path dataDirectory) throws IOException {
    return start(dataDirectory, Map.of());
  }

  /** As {@link #start(Path)}, with settings of PostgreSQL that win over ours. */
  public static EmbeddedPostgres start(Path dataDirectory, Map<String, String> settings)
      throws IOException {
    var taken = in(dataDirectory, settings);
    taken.start();
    return taken;
  }

  /**
   * Takes the directory, so that where it will listen is known before it does: {@link #start()} is what takes long.
   *
   * @throws IOException when another server owns the directory
   */
  public static EmbeddedPostgres in(Path dataDirectory) throws IOException {
    return in(dataDirectory, Map.of());
  }

  private static EmbeddedPostgres in(Path dataDirectory, Map<String, String> settings)
      throws IOException {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try {
      new OrphanedPostmaster(directory.cluster()).stop();
      directory.clearHalfMade();
      return new EmbeddedPostgres(directory, settings, addressOn(freePort(), directory.password()));
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /**
   * The one that another process runs on this directory, for a command given beside a running server.
   *
   * @return empty when nobody runs it
   */
  public static Optional<DatabaseAddress> running(Path dataDirectory) throws IOException {
    return DataDirectory.ownedByAnother(dataDirectory)
        ? Optional.of(runningOn(dataDirectory))
        : Optional.empty();
  }

  /** Where it listens and who may sign in: the owner of the database, who is no superuser. */
  public DatabaseAddress address() {
    return address;
  }

  /**
   * Starts it, making the database the first time. Blocks.
   *
   * @throws IOException when it does not start, or is closed before it has; the directory is free again then
   */
  public void start() throws IOException {
    try {
      server = Optional.of(builder().start());
      goOn();
      if (!directory.isReady()) {
        createDatabase(address);
        directory.markReady();
      }
      LOG.info("embedded PostgreSQL in {} on port {}", directory.cluster(), address.port());
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Ends its clients and stops it, or what has begun of it; nothing that was confirmed is lost. Blocks. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (server.isPresent()) {
      server.get().close();
    } else {
      new UnfinishedStart(directory).stop();
    }
    directory.close();
  }

  /** Each step of a start, before it begins. */
  private void goOn() {
    if (closed) {
      throw new IllegalStateException("closed while it was starting");
    }
  }

  private io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder() {
    var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setPort(address.port())
        .setDataDirectory(directory.cluster())
        .setOverrideWorkingDirectory(directory.binaries().toFile())
        .setCleanDataDirectory(false)
        .setDataDirectoryCustomizer(made -> goOn())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(RECOVERY)
        .setConnectConfig("password", address.password())
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", directory.passwordFile().toString())
        // A language of the system that was never generated would fail initdb.
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C");
    var all = new HashMap<>(SETTINGS);
    all.putAll(settings);
    all.forEach(builder::setServerConfig);
    return builder;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  private static DatabaseAddress runningOn(Path dataDirectory) throws IOException {
    Path pidFile = dataDirectory.resolve("pg").resolve("postmaster.pid");
    Path password = dataDirectory.resolve("pg.password");
    if (!Files.exists(pidFile) || !Files.exists(password)) {
      throw new IOException("another Maillon is starting or stopping on " + dataDirectory);
    }
    int port = Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
    return addressOn(port, Files.readString(password).strip());
  }

  private static DatabaseAddress addressOn(int port, String password) {
    return new DatabaseAddress(HOST, port, NAME, NAME, password, "disable");
  }

  private static void createDatabase(DatabaseAddress address) throws IOException {
    // The password is hexadecimal and generated by us; CREATE ROLE takes no parameters.
    try (Connection connection = DriverManager.getConnection(
            address.named(SUPERUSER).jdbcUrl(), SUPERUSER, address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE " + NAME + " LOGIN CREATEDB PASSWORD '" + address.password() + "'");
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
    } catch (SQLException refused) {
      throw new IOException("the new database could not be made", refused);
    }
  }
}
