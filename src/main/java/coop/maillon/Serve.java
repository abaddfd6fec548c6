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
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.slf4j.LoggerFactory;
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
    System.setProperty("maillon.log.format", config.logFormat());
    // Logback reads it now, before threads come that log.
    LoggerFactory.getILoggerFactory();
    if (stopsWithParent) {
      ProcessHandle.current().parent().ifPresent(this::stopWith);
    }
    try {
      start(config);
    } catch (Exception failure) {
      if (!shutdown.isUnderWay()) {
        throw failure;
      }
    }
    new CountDownLatch(1).await();
    return 0;
  }

  /**
   * The database opens and the templates are read, each in a thread of its own, while the rest gets ready. Compiling them all takes
   * a second of the processor, and so comes afterwards: a test has found that each can be.
   */
  private void start(Config config) throws Exception {
    var storage = Storage.of(config);
    shutdown.before(storage::close);
    var opening = beside("storage", storage::open);
    var views = beside("views", App::views);
    var figures = figures();
    Vertx vertx = vertx(figures);
    shutdown.before(() -> done(vertx.close()));
    var management = new Management(figures, this::isReady);
    done(listening(management.listen(vertx, config.managementPort()), config.managementPort()));
    var ground = new App.Ground(storage.address().connectOptions(), views.get(), Clock.systemUTC());
    App wired = App.wired(vertx, config, ground);
    opening.get();
    shutdown.before(() -> done(wired.stop()));
    done(listening(wired.start(config), config.httpPort()));
    app = Future.succeededFuture(wired);
    SpareMemory.giveBackEachMinute(vertx);
    sayReady(config);
    beside("templates", Executors.callable(views.get()::compileAll));
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

  private static <T> FutureTask<T> beside(String name, Callable<T> work) {
    var task = new FutureTask<>(work);
    new Thread(task, name).start();
    return task;
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
