package coop.maillon.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What a start has begun that is ended before its end: programs of PostgreSQL that would outlive this one. */
final class UnfinishedStart {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final String POSTMASTER = "postmaster.pid";

  private final DataDirectory directory;

  UnfinishedStart(DataDirectory directory) {
    this.directory = directory;
  }

  /** Ends them; a database that was half made is moved aside by the next start. Blocks. */
  void stop() throws IOException {
    running("initdb").forEach(ProcessHandle::destroy);
    // It ends soon by itself, and until it wrote this file nobody knows the process to stop.
    while (!Files.exists(directory.cluster().resolve(POSTMASTER))
        && running("pg_ctl").findAny().isPresent()) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    new OrphanedPostmaster(directory.cluster()).stop();
  }

  private Stream<ProcessHandle> running(String program) {
    return ProcessHandle.current()
        .children()
        .filter(child -> child
            .info()
            .command()
            .map(Path::of)
            .filter(
                command -> command.startsWith(directory.binaries()) && command.endsWith(program))
            .isPresent());
  }
}
