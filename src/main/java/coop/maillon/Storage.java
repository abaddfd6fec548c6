package coop.maillon;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.db.EmbeddedPostgres;
import coop.maillon.db.Migrations;
import java.io.IOException;
import java.util.Optional;

/** The database that the settings name, migrated: another's, or the embedded one, which ends with this. Blocks. */
final class Storage implements AutoCloseable {

  private final DatabaseAddress address;
  private final Optional<EmbeddedPostgres> embedded;

  private Storage(DatabaseAddress address, Optional<EmbeddedPostgres> embedded) {
    this.address = address;
    this.embedded = embedded;
  }

  /** For the server: the data directory must be free. */
  static Storage open(Config config) throws IOException {
    return config.database().isPresent()
        ? migrated(new Storage(config.database().get(), Optional.empty()))
        : migrated(ownEmbedded(config));
  }

  /** For a command: beside a running server it uses that server's database. */
  static Storage join(Config config) throws IOException {
    if (config.database().isPresent()) {
      return open(config);
    }
    Optional<DatabaseAddress> running = EmbeddedPostgres.running(config.dataDir());
    return running.isPresent()
        ? migrated(new Storage(running.get(), Optional.empty()))
        : open(config);
  }

  DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }

  private static Storage ownEmbedded(Config config) throws IOException {
    EmbeddedPostgres started = EmbeddedPostgres.start(config.dataDir());
    return new Storage(started.address(), Optional.of(started));
  }

  private static Storage migrated(Storage storage) throws IOException {
    try {
      Migrations.run(storage.address);
      return storage;
    } catch (RuntimeException failed) {
      storage.close();
      throw failed;
    }
  }
}
