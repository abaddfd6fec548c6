package coop.maillon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** How the process ends: what was opened last is closed first, within the time that whoever stops us allows. */
final class Shutdown {

  private static final Duration ALLOWED = Duration.ofSeconds(9);

  /** Something to close, which may fail. */
  interface Closing {
    void close() throws Exception;
  }

  private final Deque<Closing> open = new ArrayDeque<>();
  private volatile int status;
  private volatile boolean underWay;

  /** From now on TERM, INT and {@link #exit} close what is {@linkplain #before added}. */
  static Shutdown install() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::end, "shutdown"));
    return shutdown;
  }

  /** Closes this too, before everything that was added earlier. */
  synchronized void before(Closing closing) {
    open.push(closing);
  }

  /** Ends the process with this status once all is closed. */
  void exit(int withStatus) {
    status = withStatus;
    System.exit(withStatus);
  }

  /** Whether the process is ending: what fails now, fails because everything closes. */
  boolean isUnderWay() {
    return underWay;
  }

  private void end() {
    underWay = true;
    int asked = status;
    var closed = new CountDownLatch(1);
    var closer = new Thread(() -> closeAll(closed), "closing");
    closer.setDaemon(true);
    closer.start();
    // Java would answer a signal with 143; being asked to stop and stopping is a success.
    Runtime.getRuntime().halt(isDone(closed) ? asked : 1);
  }

  private synchronized void closeAll(CountDownLatch closed) {
    while (!open.isEmpty()) {
      close(open.pop());
    }
    closed.countDown();
  }

  private static void close(Closing closing) {
    try {
      closing.close();
    } catch (Exception failure) {
      LoggerFactory.getLogger(Shutdown.class).warn("could not be closed", failure);
    }
  }

  private static boolean isDone(CountDownLatch closed) {
    try {
      return closed.await(ALLOWED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      return false;
    }
  }
}
