package coop.maillon;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fills an empty database with a cooperative to play with; never one where somebody is already. */
@Command(name = "demo", description = "Fill an empty database with a cooperative to play with.")
final class DemoCommand implements Callable<Integer> {

  static final String SIGN_IN =
      "sign in as bruno@demo.test (member), chloe@demo.test (coordinator) or ada@demo.test (administrator),"
          + " password maillon-demo";

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Mixin
  private ConfigOption settings = new ConfigOption();

  private final Map<String, String> environment;

  DemoCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Config config = settings.read(command, environment);
    if (!Read.isLoopback(config.httpHost())) {
      throw new Errand.Refused(
          "everybody knows the demo's password, and http.host is not the loopback");
    }
    Errand.run(config, DemoCommand::fill);
    command.commandLine().getOut().println(SIGN_IN);
    return 0;
  }

  private static Future<Boolean> fill(App app) {
    return app.demo()
        .fill()
        .compose(filled ->
            filled ? Future.succeededFuture(true) : Errand.refused("the database is not empty"));
  }
}
