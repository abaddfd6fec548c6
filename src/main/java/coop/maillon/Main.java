package coop.maillon;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the program starts: the command line, and nothing else. */
@Command(
    name = "maillon",
    description =
        "Shared rooms, desks, equipment and cars of a cooperative, booked without a conflict.",
    subcommands = {
      Serve.class,
      Migrate.class,
      MemberCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {

  @Spec
  private CommandSpec command = CommandSpec.create();

  public static void main(String[] arguments) {
    // Netty's events for the flight recorder wake the recorder, whether anybody records or not.
    System.getProperties().putIfAbsent("io.netty.jfr.enabled", "false");
    var shutdown = Shutdown.install();
    shutdown.exit(commandLine(shutdown, System.getenv()).execute(arguments));
  }

  /** Exit status 0 done, 1 refused or failed with one line on stderr, 2 wrong usage. */
  static CommandLine commandLine(Shutdown shutdown, Map<String, String> environment) {
    return new CommandLine(new Main(), new Commands(shutdown, environment))
        .setParameterExceptionHandler(Main::tellUsage)
        .setExecutionExceptionHandler(Main::tellInOneLine);
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "which command?");
  }

  private static int tellUsage(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("maillon: " + wrong.getMessage());
    if (!(wrong instanceof ConfigOption.WrongSettings)) {
      line.usage(line.getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static int tellInOneLine(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    line.getErr().println("maillon: " + message.lines().findFirst().orElse("failed"));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
