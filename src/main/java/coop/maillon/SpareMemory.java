package coop.maillon;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives back to the system what the virtual machine's own compiler asked for and no longer uses: 25 MB of 340 a minute after
 * the start, measured. Its library keeps such memory for later, which does not come.
 */
final class SpareMemory {

  private static final long MINUTE_MS = TimeUnit.MINUTES.toMillis(1);

  private SpareMemory() {}

  static void giveBackEachMinute(Vertx vertx) {
    vertx.setPeriodic(MINUTE_MS, tick -> vertx.executeBlocking(SpareMemory::giveBack));
  }

  /** False where the virtual machine knows no way to: nothing is lost by it. */
  static boolean giveBack() {
    try {
      var commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
      ManagementFactory.getPlatformMBeanServer()
          .invoke(commands, "systemTrimNativeHeap", new Object[0], new String[0]);
      return true;
    } catch (JMException unknown) {
      return false;
    }
  }
}
