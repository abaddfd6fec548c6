package coop.maillon;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What was set, gathered from files and the environment, the later winning; and everything wrong with it. */
final class Settings {

  /** Where the settings are expected, from the directory where the server is started. */
  static final Path USUAL_FILE = Path.of("conf", "maillon.properties");

  private record Given(String value, String where) {}

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();

  /** Defaults, then the usual file where there is one, then the named file, then the environment. */
  static Settings gather(
      Path usualFile, Optional<Path> namedFile, Map<String, String> environment) {
    var settings = new Settings();
    if (Files.exists(usualFile)) {
      settings.addFile(usualFile);
    }
    namedFile.ifPresent(settings::addFile);
    settings.addEnvironment(environment);
    return settings;
  }

  /** The value as it was written; empty where nothing was. */
  String text(Setting setting) {
    Given chosen = given.get(setting);
    return chosen == null ? setting.byDefault() : chosen.value();
  }

  /**
   * The value as a type of ours.
   *
   * @param reader throws IllegalArgumentException with a message that completes "http.port: …"
   * @return the fallback where the value cannot be read, which is noted
   */
  <T> T read(Setting setting, Function<String, T> reader, T fallback) {
    try {
      return reader.apply(text(setting));
    } catch (IllegalArgumentException wrong) {
      problem(setting, String.valueOf(wrong.getMessage()));
      return fallback;
    }
  }

  /** As {@link #read}, for what may be left out. */
  <T> Optional<T> readOptional(Setting setting, Function<String, T> reader) {
    if (text(setting).isEmpty()) {
      return Optional.empty();
    }
    return read(setting, reader.andThen(Optional::of), Optional.empty());
  }

  void problem(Setting setting, String what) {
    Given chosen = given.get(setting);
    problems.add(setting.key() + (chosen == null ? "" : " (" + chosen.where() + ")") + ": " + what);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private void addFile(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add("the settings file " + file + " cannot be read");
      return;
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      String value = properties.getProperty(key).strip();
      Setting.ofKey(key)
          .ifPresentOrElse(
              setting -> given.put(setting, new Given(value, file.toString())),
              () -> problems.add(key + " (" + file + "): no such setting"));
    }
  }

  private void addEnvironment(Map<String, String> environment) {
    new TreeMap<>(environment).forEach(this::addVariable);
  }

  private void addVariable(String variable, String value) {
    if (!variable.startsWith(Setting.ENVIRONMENT_PREFIX)) {
      return;
    }
    Setting.ofVariable(variable)
        .ifPresentOrElse(
            setting -> given.put(setting, new Given(value.strip(), variable)),
            () -> problems.add(variable + " (environment): no such setting"));
  }
}
