package coop.maillon.db;

import org.flywaydb.core.Flyway;

/** Brings a database to the shape this program expects, before anybody is served. */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies, in order, what the database has not had yet; several processes may call it at once. Blocks.
   *
   * @return how many were applied
   * @throws org.flywaydb.core.api.FlywayException when the database cannot be reached, or had a migration that was
   *     edited since
   */
  public static int run(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.jdbcUrl(), address.user(), address.password())
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
