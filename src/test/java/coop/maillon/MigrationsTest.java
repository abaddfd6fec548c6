package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.db.Migrations;
import coop.maillon.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a database goes through before it is served. */
class MigrationsTest {

  @Test
  void aNewDatabaseGetsEveryMigrationInOrder() {
    var database = TestDatabase.empty();
    int applied = Migrations.run(database);
    assertThat(TestDatabase.ask(
            database, "SELECT version FROM flyway_schema_history ORDER BY installed_rank"))
        .hasSize(applied)
        .isSorted();
  }

  @Test
  void runningThemAgainChangesNothing() {
    assertThat(Migrations.run(TestDatabase.fresh())).isZero();
  }
}
