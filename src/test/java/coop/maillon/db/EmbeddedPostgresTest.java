package coop.maillon.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.maillon.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database in the data directory goes through. CrashIT has what needs a process to kill. */
class EmbeddedPostgresTest {

  @TempDir
  Path home;

  @Test
  void whatWasWrittenIsThereAfterARestartAndOnlyWeAreLetIn() throws IOException {
    try (var first = EmbeddedPostgres.start(home)) {
      TestDatabase.run(first.address(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
      assertThat(TestDatabase.ask(first.address(), "SHOW fsync")).containsExactly("on");
      assertThat(TestDatabase.ask(first.address(), "SHOW synchronous_commit"))
          .containsExactly("on");
      var stranger = new DatabaseAddress(
          "127.0.0.1", first.address().port(), "maillon", "maillon", "guess", "disable");
      assertThatThrownBy(() -> TestDatabase.ask(stranger, "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
    assertThat(permissions("")).isEqualTo("rwx------");
    assertThat(permissions("pg.password")).isEqualTo("rw-------");
    try (var second = EmbeddedPostgres.start(home)) {
      assertThat(TestDatabase.ask(second.address(), "SELECT n FROM kept")).containsExactly("7");
      assertThatThrownBy(() -> EmbeddedPostgres.start(home)).hasMessageContaining("could not lock");
      assertThat(TestDatabase.ask(second.address(), "SELECT n FROM kept")).containsExactly("7");
    }
  }

  @Test
  void aFirstStartThatWasInterruptedIsMovedAsideAndBegunAgain() throws IOException {
    Path cluster = Files.createDirectories(home.resolve("pg"));
    Files.writeString(cluster.resolve("postgresql.conf"), "# as far as initdb came");
    Files.writeString(home.resolve("pg.password"), "half made");
    try (var server = EmbeddedPostgres.start(home)) {
      assertThat(TestDatabase.ask(server.address(), "SELECT 1")).containsExactly("1");
    }
    assertThat(home.resolve("pg-half-made-1").resolve("postgresql.conf")).exists();
  }

  @Test
  void theTraceOfADatabaseThatDiedWithTheMachineDoesNotStopTheNext() throws IOException {
    EmbeddedPostgres.start(home).close();
    // The number is a stranger's by now: this very process, which must live on.
    Files.writeString(
        home.resolve("pg").resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + home.resolve("pg") + "\n1700000000\n5432\n");
    try (var server = EmbeddedPostgres.start(home)) {
      assertThat(TestDatabase.ask(server.address(), "SELECT 1")).containsExactly("1");
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
  }
}
