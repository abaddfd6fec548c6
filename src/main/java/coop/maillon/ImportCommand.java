package coop.maillon;

import coop.maillon.exchange.Report;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Messages;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files that an operator brings: all of a table or nothing of it; of a calendar what is free. */
@Command(name = "import", description = "Bring resources, members or a calendar from a file.")
final class ImportCommand implements Runnable {

  @Spec
  private CommandSpec command = CommandSpec.create();

  private final Map<String, String> environment;

  ImportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(), "import resources, import members, or import calendar?");
  }

  @Command(name = "resources", description = "Add the resources of a CSV file.")
  int resources(@Parameters(paramLabel = "FILE.csv") Path file, @Mixin ConfigOption settings)
      throws Exception {
    return bring("resources", file, Optional.empty(), settings);
  }

  @Command(name = "members", description = "Invite the members of a CSV file.")
  int members(@Parameters(paramLabel = "FILE.csv") Path file, @Mixin ConfigOption settings)
      throws Exception {
    return bring("members", file, Optional.empty(), settings);
  }

  @Command(name = "calendar", description = "Book the events of an .ics file on a resource.")
  int calendar(
      @Parameters(paramLabel = "FILE.ics") Path file,
      @Option(names = "--resource", required = true, paramLabel = "SLUG") String resource,
      @Mixin ConfigOption settings)
      throws Exception {
    return bring("calendar", file, Optional.of(resource), settings);
  }

  private int bring(String sort, Path file, Optional<String> resource, ConfigOption settings)
      throws Exception {
    Config config = settings.read(command, environment);
    if (!Files.isReadable(file)) {
      throw new Errand.Refused("cannot read " + file);
    }
    var text = Files.readString(file).replaceFirst("^\\ufeff", "");
    var words = Messages.load(Path.of("conf")).in(config.locale().getLanguage());
    String told = Errand.run(config, app -> bring(app, new Given(sort, text, resource), words));
    command.commandLine().getOut().println(told);
    return 0;
  }

  /** What was typed, read. */
  private record Given(String sort, String text, Optional<String> resource) {}

  private static Future<String> bring(App app, Given given, Words words) {
    return resource(app, given)
        .compose(
            resource -> app.outside().imports().now(given.sort(), given.text(), resource, words))
        .compose(report -> report.makes() > 0 || report.refused() == 0
            ? Future.succeededFuture(told(report, words))
            : Errand.refused(told(report, words).replace('\n', ' ')));
  }

  private static Future<Optional<ResourceId>> resource(App app, Given given) {
    return given.resource().isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : app.outside()
            .resource(given.resource().get())
            .compose(found -> found.isPresent()
                ? Future.succeededFuture(found)
                : Errand.refused("no resource " + given.resource().get()));
  }

  private static String told(Report report, Words words) {
    var text = new StringBuilder(
        words.say("exchange.did", "makes", report.makes(), "refused", report.refused()));
    report.lines().stream()
        .filter(line -> line.refused() > 0)
        .forEach(line -> text.append('\n').append(line.label()).append(" : ").append(line.note()));
    return text.toString();
  }
}
