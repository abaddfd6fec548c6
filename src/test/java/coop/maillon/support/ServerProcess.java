package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import coop.maillon.db.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server as an operator runs it: a process of its own, that can be killed. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path data;
  private final Path log;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Process process;
  private Duration untilReady = Duration.ZERO;

  private ServerProcess(Path data, Map<String, String> environment) throws IOException {
    this.data = data;
    this.log = Files.createTempFile(Files.createDirectories(Path.of("target")), "server", ".log");
    this.process = launch(environment);
  }

  /** Starts it on that data directory and waits until it says that it is ready. */
  public static ServerProcess start(Path data, Map<String, String> environment) {
    long before = System.nanoTime();
    ServerProcess server = begin(data, environment);
    server.awaitReady();
    server.untilReady = Duration.ofNanos(System.nanoTime() - before);
    return server;
  }

  /** Starts it on that data directory and waits for nothing. */
  public static ServerProcess begin(Path data, Map<String, String> environment) {
    try {
      return new ServerProcess(data, environment);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Programs of its embedded database that run now, with or without it. */
  public List<ProcessHandle> databasePrograms() {
    return ProcessHandle.allProcesses()
        .filter(process -> process
            .info()
            .command()
            .filter(at -> at.startsWith(data.toString()))
            .isPresent())
        .toList();
  }

  /** The embedded database of it, for a look behind its back. */
  public DatabaseAddress database() {
    try {
      return EmbeddedPostgres.running(data).orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What the management port says there. */
  public HttpResponse<String> management(String path) {
    try {
      var uri = URI.create("http://127.0.0.1:" + managementPort + path);
      return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public Duration untilReady() {
    return untilReady;
  }

  /** As {@code kill -9}: it learns nothing of it, and its database lives on. */
  public void kill() {
    process.destroyForcibly();
    exitStatus();
  }

  /** As {@code kill}: it closes what it opened. */
  public int terminate() {
    process.destroy();
    return exitStatus();
  }

  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
    }
  }

  private Process launch(Map<String, String> environment) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(
        List.of(java, "-Xmx256m", "-classpath", classPath(), "coop.maillon.Main", "serve"));
    builder
        .environment()
        .putAll(Map.of(
            "MAILLON_DATA_DIR", data.toString(),
            "MAILLON_HTTP_PORT", Integer.toString(port),
            "MAILLON_MANAGEMENT_PORT", Integer.toString(managementPort)));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Without the tests' own classes: they would bring their settings of the log. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains("maillon ready on ")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not become ready:\n" + output());
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private int exitStatus() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
