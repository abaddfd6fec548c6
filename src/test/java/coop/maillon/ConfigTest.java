package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, and what is said of wrong ones. */
class ConfigTest {

  @TempDir
  Path directory;

  @Test
  void theSettingsFileListsEveryKeyWithItsDefault() throws IOException {
    var file = new Properties();
    try (Reader reader = Files.newBufferedReader(Settings.USUAL_FILE)) {
      file.load(reader);
    }
    var defaults =
        Stream.of(Setting.values()).collect(Collectors.toMap(Setting::key, Setting::byDefault));
    assertThat(file).containsExactlyInAnyOrderEntriesOf(defaults);
  }

  @Test
  void theSettingsFileSaysWhyBeforeEachKey() throws IOException {
    var lines = Files.readAllLines(Settings.USUAL_FILE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("[a-z.]+=.*")) {
        assertThat(lines.get(i - 1)).as("the line above " + lines.get(i)).startsWith("# ");
      }
    }
  }

  @Test
  void theEnvironmentWinsOverTheNamedFileAndThatOverTheUsualOne() throws IOException {
    Path usual = file("usual.properties", "http.port=1\nmanagement.port=1\nlocale=en");
    Path named = file("named.properties", "http.port=2\nmanagement.port=2");
    var config =
        Config.of(Settings.gather(usual, Optional.of(named), Map.of("MAILLON_HTTP_PORT", "3")));
    assertThat(config.httpPort()).isEqualTo(3);
    assertThat(config.managementPort()).isEqualTo(2);
    assertThat(config.locale().getLanguage()).isEqualTo("en");
    assertThat(config.linkBase()).hasToString("http://127.0.0.1:3");
  }

  @Test
  void everyMistakeIsToldAtOnceWithThePlaceItWasMade() throws IOException {
    Path usual = file("usual.properties", "http.prot=80\ntime.zone=Paris");
    var settings = Settings.gather(
        usual,
        Optional.of(directory.resolve("missing.properties")),
        Map.of(
            "MAILLON_HTTP_PORT", "eighty",
            "MAILLON_COLOUR", "blue",
            "MAILLON_DATABASE_URL", "postgresql://maillon@db.example/maillon",
            "MAILLON_MAIL_URL", "smtp://postmaster@mail.example",
            "MAILLON_TRUSTED_PROXIES", "10.0.0.0/8, proxy.example"));
    Config.of(settings);
    assertThat(settings.problems())
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).contains("http.prot", "usual.properties", "no such setting"),
            told -> assertThat(told).contains("time.zone", "usual.properties", "Europe/Paris"),
            told -> assertThat(told).contains("missing.properties", "cannot be read"),
            told -> assertThat(told).contains("http.port", "MAILLON_HTTP_PORT", "eighty"),
            told -> assertThat(told).contains("MAILLON_COLOUR", "no such setting"),
            told -> assertThat(told).contains("database.url", "password is missing"),
            told -> assertThat(told).contains("mail.url", "password is missing"),
            told -> assertThat(told).contains("trusted.proxies", "proxy.example"));
  }

  @Test
  void aProblemNeverRepeatsAPassword() {
    var settings = settings(Map.of(
        "MAILLON_DATABASE_URL", "mysql://maillon:s3cret@db.example/maillon",
        "MAILLON_MAIL_URL", "smtp://postmaster:s3 cret@mail.example"));
    Config.of(settings);
    assertThat(settings.problems()).hasSize(2).noneMatch(told -> told.contains("cret"));
  }

  @Test
  void beyondTheLoopbackThereIsNoDemoAndThePublicAddressIsNeeded() {
    var settings = settings(Map.of(
        "MAILLON_HTTP_HOST", "0.0.0.0",
        "MAILLON_DEMO", "true",
        "MAILLON_RATE_LIMITS", "off"));
    Config.of(settings);
    assertThat(settings.problems())
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).startsWith("demo"),
            told -> assertThat(told).startsWith("rate.limits"),
            told -> assertThat(told).startsWith("public.url"));
  }

  @Test
  void aDatabaseAddressIsReadWithItsEscapesAndShownWithoutItsPassword() {
    var config = Config.of(settings(Map.of(
        "MAILLON_DATABASE_URL",
        "postgresql://maillon:p%40ss%2Fword+1@db.example:5433/coop?sslmode=require")));
    var database = config.database().orElseThrow();
    assertThat(database.password()).isEqualTo("p@ss/word+1");
    assertThat(database.port()).isEqualTo(5433);
    assertThat(database.jdbcUrl()).contains("db.example:5433/coop", "sslmode=require");
    assertThat(database).hasToString("postgresql://maillon@db.example:5433/coop");
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.gather(directory.resolve("none"), Optional.empty(), environment);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
