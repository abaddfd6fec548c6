package coop.maillon;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.db.EmbeddedPostgres;
import coop.maillon.db.Migrations;
import java.io.IOException;
import java.util.Optional;

/** The database that the settings name: another's, or the embedded one, which ends with this. Known at once, opened later. */
final class Storage implements AutoCloseable {

  private final DatabaseAddress address;
  private final Optional<EmbeddedPostgres> embedded;

  private Storage(DatabaseAddress address, Optional<EmbeddedPostgres> embedded) {
    this.address = address;
    this.embedded = embedded;
  }

  /** For the server, not open yet: the data directory must be free, and is taken. */
  static Storage of(Config config) throws IOException {
    if (config.database().isPresent()) {
      return new Storage(config.database().get(), Optional.empty());
    }
    var own = EmbeddedPostgres.in(config.dataDir());
    return new Storage(own.address(), Optional.of(own));
  }

  /** For a command, open: beside a running server it uses that server's database. Blocks. */
  static Storage join(Config config) throws IOException {
    Optional<DatabaseAddress> running = config.database().isPresent()
        ? Optional.empty()
        : EmbeddedPostgres.running(config.dataDir());
    return running.isPresent()
        ? new Storage(running.get(), Optional.empty()).open()
        : of(config).open();
  }

  /** Where it is, before it is open too. */
  DatabaseAddress address() {
    return address;
  }

  /** Starts it, where it is ours, and migrates it; closed again when that fails. Blocks. */
  Storage open() throws IOException {
    try {
      if (embedded.isPresent()) {
        embedded.get().start();
      }
      Migrations.run(address);
      return this;
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}
