package coop.maillon;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to date and ends; the server does the same when it starts. */
@Command(name = "migrate", description = "Bring the database up to date.")
final class Migrate implements Callable<Integer> {

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Mixin
  private ConfigOption settings = new ConfigOption();

  private final Map<String, String> environment;

  Migrate(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = Storage.join(settings.read(command, environment))) {
      command.commandLine().getOut().println("up to date: " + storage.address());
    }
    return 0;
  }
}
