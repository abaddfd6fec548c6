package coop.maillon.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory that one server at a time owns: its database, the database's program and its password. */
final class DataDirectory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

  private final Path home;
  private final FileChannel lock;

  private DataDirectory(Path home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  /** Creates it where it is missing, closes it to others, and keeps every other server out until this one ends. */
  static DataDirectory open(Path path) throws IOException {
    Path home = Files.createDirectories(path.toAbsolutePath().normalize());
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    FileChannel lock =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(lock)) {
      lock.close();
      throw new IOException("could not lock " + home + ": another Maillon is running on it");
    }
    return new DataDirectory(home, lock);
  }

  /** Whether another process holds it now. */
  static boolean ownedByAnother(Path path) throws IOException {
    Path lockFile = path.resolve("lock");
    if (!Files.exists(lockFile)) {
      return false;
    }
    try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      return !isLocked(lock);
    }
  }

  Path cluster() {
    return home.resolve("pg");
  }

  /** Beside the cluster, never above it: the library deletes what it finds below its working directory. */
  Path binaries() {
    return home.resolve("pg-bin");
  }

  Path passwordFile() {
    return home.resolve("pg.password");
  }

  /** Generated at the first start; whoever reads this file is let in to the database. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      if (isReady()) {
        throw new NoSuchFileException(
            passwordFile() + " is missing, and the database lets nobody in without it");
      }
      var onlyMe = PosixFilePermissions.fromString("rw-------");
      Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(onlyMe));
      Files.writeString(passwordFile(), generated());
    }
    return Files.readString(passwordFile()).strip();
  }

  /** True once a database was made here and answered: without this mark it is half made, and stays so for ever. */
  boolean isReady() {
    return Files.exists(readyMark());
  }

  void markReady() throws IOException {
    Files.writeString(
        readyMark(),
        "This database was made whole. Without this file it is moved aside at the next start.\n");
  }

  /** Moves a half-made database out of the way; deleting is left to a person. */
  void clearHalfMade() throws IOException {
    if (isReady() || !Files.exists(cluster())) {
      return;
    }
    Path aside = IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> home.resolve("pg-half-made-" + i))
        .filter(candidate -> !Files.exists(candidate))
        .findFirst()
        .orElseThrow();
    LOG.warn("the first start was interrupted; its unfinished database is moved to {}", aside);
    Files.move(cluster(), aside);
    Files.deleteIfExists(passwordFile());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Path readyMark() {
    return cluster().resolve("pg.ready");
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      FileLock held = lock.tryLock();
      return held != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String generated() {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
