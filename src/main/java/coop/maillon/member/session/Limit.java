package coop.maillon.member.session;

import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long one waits after each try, and how long tries are remembered. The last delay holds for all tries after it. */
enum Limit {
  /** Grows, and never locks: anyone could otherwise keep a colleague out. */
  ACCOUNT(Duration.ofHours(1), List.of(0, 0, 0, 1, 2, 4, 8, 15, 30, 60)),
  /** An office shares one address: fifty wrong passwords in ten minutes are more than its members make. */
  ADDRESS(Duration.ofMinutes(10), free(50, 60)),
  LINKS_OF_ACCOUNT(Duration.ofHours(1), free(3, 3600)),
  LINKS_OF_ADDRESS(Duration.ofHours(1), free(30, 600));

  private final Duration window;
  private final List<Integer> seconds;

  Limit(Duration window, List<Integer> seconds) {
    this.window = window;
    this.seconds = seconds;
  }

  Duration window() {
    return window;
  }

  /** Seconds to wait after the first, second, … try. */
  Integer[] delays() {
    return seconds.toArray(Integer[]::new);
  }

  /** Under which tries are counted: a hash, so that what was typed by mistake (a password as address) is not kept. */
  String keyOf(String subject) {
    return name().toLowerCase(Locale.ROOT) + ":"
        + HexFormat.of().formatHex(Secret.hashOf(subject).getBytes());
  }

  private static List<Integer> free(int tries, int thenSeconds) {
    return Stream.concat(
            Collections.nCopies(tries - 1, 0).stream(),
            IntStream.of(thenSeconds).boxed())
        .toList();
  }
}
