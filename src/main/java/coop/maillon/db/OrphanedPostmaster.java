package coop.maillon.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of a server that was killed: it lives on, with nobody to stop it, and keeps the next from starting. */
final class OrphanedPostmaster {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
  // The file's start time is read a moment after the process began, in whole seconds.
  private static final Duration SAME_START = Duration.ofSeconds(10);
  private static final Duration FAST_STOP = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);

  private final Path pidFile;

  OrphanedPostmaster(Path cluster) {
    this.pidFile = cluster.resolve("postmaster.pid");
  }

  /** Stops it, or removes the trace of one that died; call it only while holding the lock of the data directory. */
  void stop() throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> postmaster = postmaster(Files.readAllLines(pidFile));
    if (postmaster.isPresent()) {
      LOG.warn(
          "stopping the PostgreSQL of a server that ended before it, process {}",
          postmaster.get().pid());
      stop(postmaster.get());
    }
    // A stranger has that number now, or nobody: PostgreSQL itself would refuse to start, thinking
    // it is its own.
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> postmaster(List<String> pidFile) {
    if (pidFile.size() < 3) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochSecond(Long.parseLong(pidFile.get(2).strip()));
    return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> isPostgres(process) && startedAt(process, since));
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> Path.of(command).endsWith("postgres"))
        .isPresent();
  }

  private static boolean startedAt(ProcessHandle process, Instant since) {
    return process
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, since).abs().compareTo(SAME_START) <= 0)
        .isPresent();
  }

  private void stop(ProcessHandle postmaster) throws IOException {
    // INT ends its clients and writes a checkpoint; QUIT leaves recovery to the next start, and
    // loses nothing either.
    if (!endsAfter("INT", postmaster, FAST_STOP)
        && !endsAfter("QUIT", postmaster, IMMEDIATE_STOP)) {
      throw new IOException(
          "the PostgreSQL left behind as process " + postmaster.pid() + " does not stop");
    }
  }

  private boolean endsAfter(String signal, ProcessHandle postmaster, Duration patience)
      throws IOException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(postmaster.pid()))
        .inheritIO()
        .start();
    long deadline = System.nanoTime() + patience.toNanos();
    // Its file goes last; the process may stay for a while as one that nobody has buried.
    while (Files.exists(pidFile) && postmaster.isAlive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
