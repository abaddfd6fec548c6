package coop.maillon;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which settings a command runs with. */
final class ConfigOption {

  /** What is wrong with the settings, all of it; the usage of the command would not help. */
  static final class WrongSettings extends ParameterException {

    private static final long serialVersionUID = 1;

    WrongSettings(CommandLine line, List<String> problems) {
      super(line, "the settings:\n  " + String.join("\n  ", problems));
    }
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "settings that win over conf/maillon.properties; the environment wins over both")
  private Optional<Path> file = Optional.empty();

  /** Reads them, or ends the command with everything that is wrong with them. */
  Config read(CommandSpec command, Map<String, String> environment) {
    var settings = Settings.gather(Settings.USUAL_FILE, file, environment);
    var config = Config.of(settings);
    if (!settings.problems().isEmpty()) {
      throw new WrongSettings(command.commandLine(), settings.problems());
    }
    return config;
  }
}
