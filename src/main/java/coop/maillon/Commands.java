package coop.maillon;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with what the process gave this program. */
record Commands(Shutdown shutdown, Map<String, String> environment) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == Serve.class) {
      return type.cast(new Serve(shutdown, environment));
    }
    if (type == Migrate.class) {
      return type.cast(new Migrate(environment));
    }
    if (type == MemberCommand.class) {
      return type.cast(new MemberCommand(environment));
    }
    if (type == DemoCommand.class) {
      return type.cast(new DemoCommand(environment));
    }
    if (type == ImportCommand.class) {
      return type.cast(new ImportCommand(environment));
    }
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(environment));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
