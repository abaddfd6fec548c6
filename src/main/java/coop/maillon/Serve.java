package coop.maillon;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until somebody ends the process. */
@Command(name = "serve", description = "Run the server until it is told to stop.")
final class Serve implements Callable<Integer> {

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Mixin
  private ConfigOption settings = new ConfigOption();

  @Option(names = "--stop-with-parent", hidden = true)
  private boolean stopsWithParent;

  private final Shutdown shutdown;
  private final Map<String, String> environment;
  private volatile Future<App> app = Future.failedFuture("starting");

  Serve(Shutdown shutdown, Map<String, String> environment) {
    this.shutdown = shutdown;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Config config = settings.read(command, environment);
    // Logback reads it when the first line is logged, which is after this.
    System.setProperty("maillon.log.format", config.logFormat());
    if (stopsWithParent) {
      ProcessHandle.current().parent().ifPresent(this::stopWith);
    }
    start(config);
    new CountDownLatch(1).await();
    return 0;
  }

  private void start(Config config) throws Exception {
    var figures = figures();
    Vertx vertx = vertx(figures);
    shutdown.before(() -> done(vertx.close()));
    var management = new Management(figures, this::isReady);
    done(listening(management.listen(vertx, config.managementPort()), config.managementPort()));
    Storage storage = Storage.open(config);
    shutdown.before(storage::close);
    App started = done(listening(
        App.start(vertx, config, storage.address(), Clock.systemUTC()), config.httpPort()));
    shutdown.before(() -> done(started.stop()));
    app = Future.succeededFuture(started);
    sayReady(config);
  }

  private Future<Boolean> isReady() {
    return app.compose(App::answers);
  }

  private void sayReady(Config config) {
    PrintWriter out = command.commandLine().getOut();
    out.println("maillon ready on " + Read.urlOf(config.httpHost(), config.httpPort()));
    if (config.demo()) {
      out.println(DemoCommand.SIGN_IN);
    }
  }

  private void stopWith(ProcessHandle parent) {
    parent.onExit().thenRun(() -> shutdown.exit(0));
  }

  /** The system's own words do not say which port is taken. */
  private static <T> Future<T> listening(Future<T> start, int port) {
    return start.recover(failure -> failure instanceof BindException
        ? Future.failedFuture(new IOException("port " + port + ": " + failure.getMessage()))
        : Future.failedFuture(failure));
  }

  private static PrometheusMeterRegistry figures() {
    var figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(figures);
    new JvmGcMetrics().bindTo(figures);
    return figures;
  }

  private static Vertx vertx(PrometheusMeterRegistry figures) {
    var options = new VertxOptions()
        .setPreferNativeTransport(true)
        .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true))
        // Nothing is served from files, so nothing is copied to a temporary directory.
        .setFileSystemOptions(new FileSystemOptions()
            .setFileCachingEnabled(false)
            .setClassPathResolvingEnabled(false));
    return Vertx.builder()
        .with(options)
        .withMetrics(new MicrometerMetricsFactory(figures))
        .build();
  }

  static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get();
  }
}
