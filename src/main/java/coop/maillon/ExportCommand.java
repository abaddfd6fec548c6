package coop.maillon;

import coop.maillon.exchange.Exports;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes resources, members and bookings as tables. */
@Command(name = "export", description = "Write resources, members and bookings as CSV files.")
final class ExportCommand implements Callable<Integer> {

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Mixin
  private ConfigOption settings = new ConfigOption();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path directory = Path.of(".");

  private final Map<String, String> environment;

  ExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Config config = settings.read(command, environment);
    Files.createDirectories(directory);
    for (var file : Errand.run(config, ExportCommand::all).entrySet()) {
      var path = directory.resolve(file.getKey() + ".csv");
      Files.writeString(path, file.getValue());
      command.commandLine().getOut().println(path);
    }
    return 0;
  }

  private static Future<Map<String, String>> all(App app) {
    Future<Map<String, String>> files = Future.succeededFuture(new LinkedHashMap<>());
    for (String name : Exports.NAMES) {
      files = files.compose(before -> app.outside().exports().all(name).map(text -> {
        before.put(name, text);
        return before;
      }));
    }
    return files;
  }
}
