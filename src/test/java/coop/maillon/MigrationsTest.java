package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.db.Migrations;
import coop.maillon.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a database goes through before it is served. */
class MigrationsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void aNewDatabaseGetsEveryMigrationInOrder() {
    var database = TestDatabase.empty();
    int applied = Migrations.run(database);
    assertThat(TestDatabase.ask(
            database, "SELECT version FROM flyway_schema_history ORDER BY installed_rank"))
        .hasSize(applied)
        .isSorted();
  }

  /**
   * A database that had it would never get the edit. A new migration is added to the list by its own line:
   * {@code sha256sum V*.sql > landed.sha256} in its directory.
   */
  @Test
  void aMigrationThatLandedIsNeverEdited() throws IOException {
    List<String> present = new ArrayList<>();
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        present.add(sha256(file) + "  " + file.getFileName());
      }
    }
    assertThat(present).isEqualTo(Files.readAllLines(MIGRATIONS.resolve("landed.sha256")));
  }

  @Test
  void runningThemAgainChangesNothing() {
    assertThat(Migrations.run(TestDatabase.fresh())).isZero();
  }

  private static String sha256(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
