package coop.maillon.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What a file would do, or did, line by line, in its reader's words. */
public record Report(List<Line> lines) {

  public Report {
    lines = List.copyOf(lines);
  }

  /** What becomes of a line. */
  public enum State {
    /** It makes something. */
    NEW("ok"),
    /** It was there already. */
    KNOWN("plain"),
    /** Part of it, or all, cannot be. */
    REFUSED("no");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As the style sheet shows it. */
    String tone() {
      return tone;
    }
  }

  /**
   * One line of the file, or one event of it.
   *
   * @param makes how many rows it makes
   * @param refused how many it cannot make
   * @param note what there is to say, may be empty
   */
  public record Line(String label, State state, int makes, int refused, String note) {}

  public int makes() {
    return lines.stream().mapToInt(Line::makes).sum();
  }

  public int refused() {
    return lines.stream().mapToInt(Line::refused).sum();
  }

  /** The same for reports that say the same: by it, what was shown is what is done. */
  String seal() {
    return UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
