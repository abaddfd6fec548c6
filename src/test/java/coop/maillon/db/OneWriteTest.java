package coop.maillon.db;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Cable;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What crosses to PostgreSQL, and how often. */
class OneWriteTest {

  private final Vertx vertx = Vertx.vertx();
  private final Cable cable = new Cable(TestDatabase.fresh());
  private final Database database =
      Database.open(vertx, DatabaseAddress.parse(cable.url()).connectOptions(), 1, 8);

  @AfterEach
  void close() {
    TestApp.done(database.close());
    cable.close();
    TestApp.done(vertx.close());
  }

  @Test
  void statementsThatDoNotWaitForEachOtherCrossTogether() {
    threeTogether();
    int before = cable.crossings();

    threeTogether();

    assertThat(cable.crossings() - before)
        .as("BEGIN and all three, then COMMIT")
        .isEqualTo(2);
  }

  private void threeTogether() {
    TestApp.done(database.transaction(tx -> {
      tx.run("SELECT count(*) FROM site");
      tx.run("SELECT count(*) FROM resource");
      return tx.run("SELECT count(*) FROM unit");
    }));
  }
}
