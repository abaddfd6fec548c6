package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types, what is printed, and the exit status. */
class CommandTest {

  private record Said(int status, String out, String err) {}

  private final DatabaseAddress database = TestDatabase.fresh();

  @Test
  void aMemberWithAPasswordIsThereAtOnce() {
    var said = say(
        "member",
        "create",
        "--email",
        "zoe@coop.test",
        "--name",
        "Zoé",
        "--role",
        "member",
        "--password",
        "correct horse");
    assertThat(said.status()).isZero();
    assertThat(TestDatabase.ask(database, "SELECT email, state FROM member"))
        .containsExactly("zoe@coop.test active");
  }

  @Test
  void aMemberWithoutOneIsInvitedByALink() {
    var said = say(
        "member", "create", "--email", "zoe@coop.test", "--name", "Zoé", "--role", "administrator");
    assertThat(said.status()).isZero();
    assertThat(said.out()).matches("http://127.0.0.1:8080/invitation/\\S+\n");
    assertThat(TestDatabase.ask(database, "SELECT state, administrator FROM member"))
        .containsExactly("invited t");
  }

  @Test
  void aCalendarComesFromTheCommandLineAndTablesGoOut(@TempDir Path folder) throws Exception {
    Coop.fill(database);
    var calendar = say(
        "import",
        "calendar",
        "src/test/resources/calendar/outlook.ics",
        "--resource",
        "salle-loire");
    assertThat(calendar.err()).isEmpty();
    assertThat(calendar.out()).startsWith("4 importés");
    var wrong =
        Files.writeString(folder.resolve("wrong.csv"), "slug,name,kind,site\nx,X,boat,lyon\n");
    var refused = say("import", "resources", wrong.toString());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(say("import", "resources").status()).isEqualTo(2);
    assertThat(say("export", "--out", folder.toString()).status()).isZero();
    assertThat(Files.readString(folder.resolve("bookings.csv"))).contains("Point hebdo");
    assertThat(folder.resolve("members.csv")).exists();
  }

  @Test
  void aTokenIsPrintedOnceAndAnUnknownAddressIsRefusedInOneLine() {
    say(
        "member",
        "create",
        "--email",
        "zoe@coop.test",
        "--name",
        "Zoé",
        "--role",
        "member",
        "--password",
        "correct horse");
    assertThat(say("member", "token", "--email", "zoe@coop.test").out()).matches("\\S{20,}\n");
    var refused = say("member", "token", "--email", "nobody@coop.test");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void theSameAddressTwiceIsRefused() {
    String[] create = {
      "member", "create", "--email", "zoe@coop.test", "--name", "Zoé", "--role", "guest"
    };
    assertThat(say(create).status()).isZero();
    assertThat(say(create).status()).isEqualTo(1);
  }

  @Test
  void wrongUsageIsToldApartFromARefusal() {
    assertThat(say().status()).isEqualTo(2);
    assertThat(say("frobnicate").status()).isEqualTo(2);
    assertThat(say("member", "create", "--email", "no address", "--name", "Z", "--role", "member")
            .status())
        .isEqualTo(2);
    assertThat(say("member", "create", "--email", "a@b.test", "--name", "Z", "--role", "king")
            .status())
        .isEqualTo(2);
    assertThat(say("serve", "--config", "nowhere.properties").status()).isEqualTo(2);
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneLine() {
    var nowhere = new DatabaseAddress("127.0.0.1", 1, "maillon", "maillon", "secret", "disable");
    var said = sayOn(nowhere, "migrate");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).doesNotContain("secret");
  }

  private Said say(String... words) {
    return sayOn(database, words);
  }

  private static Said sayOn(DatabaseAddress on, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var environment = Map.of(
        "MAILLON_DATABASE_URL",
        "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
            .formatted(on.user(), on.password(), on.host(), on.port(), on.name()));
    int status = Main.commandLine(new Shutdown(), environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
    return new Said(status, out.toString(), err.toString());
  }
}
