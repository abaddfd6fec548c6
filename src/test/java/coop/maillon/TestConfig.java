package coop.maillon;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings for tests, which never read the ones of this machine. */
public final class TestConfig {

  private TestConfig() {}

  /** The defaults, with these in the environment: {@code Map.of("MAILLON_HTTP_PORT", "0")}. */
  public static Config with(Map<String, String> environment) {
    var settings = Settings.gather(Path.of("no-such-file"), Optional.empty(), environment);
    Config config = Config.of(settings);
    if (!settings.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", settings.problems()));
    }
    return config;
  }
}
