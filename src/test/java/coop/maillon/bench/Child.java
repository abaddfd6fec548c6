package coop.maillon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java process with a 256 MiB heap, started here and ended here. */
final class Child implements AutoCloseable {

  private final Process process;
  private final double readyAfterSeconds;

  private Child(Process process, double readyAfterSeconds) {
    this.process = process;
    this.readyAfterSeconds = readyAfterSeconds;
  }

  /** Starts the class on this class path and waits for a line that has the word. */
  static Child start(
      List<String> jvm, List<String> main, Map<String, String> environment, String readyWord)
      throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains(readyWord)) {
        var drain = new Thread(() -> drain(output));
        drain.setDaemon(true);
        drain.start();
        return new Child(process, (System.nanoTime() - start) / 1e9);
      }
      System.err.println(line);
    }
    throw new IOException("ended before it was ready: " + process.exitValue());
  }

  /** Reads on, so that the program never waits for its reader; until it ends or is ended. */
  private static void drain(BufferedReader output) {
    try {
      output.lines().forEach(ignored -> {});
    } catch (UncheckedIOException ended) {
      // Closed together with the process.
    }
  }

  double readyAfterSeconds() {
    return readyAfterSeconds;
  }

  /** Resident memory in MiB, as the system counts it. */
  long residentMiB() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1L);
  }

  /** Processor time that it has used so far, in seconds. */
  double processorSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** The same of any process, with that of its ended children, as proc(5) counts both in hundredths; 0 once it is gone. */
  static double familySeconds(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum() / 100.0;
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
