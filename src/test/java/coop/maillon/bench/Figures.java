package coop.maillon.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one run of load came to.
 *
 * @param seconds how long it was measured
 * @param millis how long each answer took, in milliseconds, sorted
 * @param wrong how many answers were not what was expected
 * @param bytes the size of the last body
 */
record Figures(double seconds, double[] millis, int wrong, int bytes) {

  static Figures of(double seconds, double[] millis, int wrong, int bytes) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Figures(seconds, sorted, wrong, bytes);
  }

  double perSecond() {
    return millis.length / seconds;
  }

  /** The time under which this part of the answers came, in milliseconds. */
  double quantile(double part) {
    return millis.length == 0
        ? Double.NaN
        : millis[(int) Math.min(millis.length - 1, part * millis.length)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,.0f/s  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  (%d answers, %d wrong, body %,d bytes)",
        perSecond(),
        quantile(.50),
        quantile(.95),
        quantile(.99),
        millis.length,
        wrong,
        bytes);
  }
}
