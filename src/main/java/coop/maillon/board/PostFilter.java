package coop.maillon.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which posts one wants to see.
 *
 * @param kinds these; all where none is named
 * @param words what they may mean, as typed
 * @param skill those that name it
 */
public record PostFilter(
    PostStatus status,
    Set<PostKind> kinds,
    String words,
    Optional<String> skill,
    Where where,
    Set<Only> only,
    Optional<Cursor> after,
    int limit) {

  public PostFilter {
    kinds = Set.copyOf(kinds);
    only = Set.copyOf(only);
  }

  /** Where help is wanted or given. */
  public enum Where {
    /** Everywhere, one's own site first. */
    NEAR_FIRST,
    EVERYWHERE,
    REMOTE
  }

  /** What else is asked of them. */
  public enum Only {
    UNANSWERED,
    URGENT,
    /** What the reader knows how to do. */
    KNOWN,
    /** The reader's own. */
    MINE
  }

  /** The last one of the page before. */
  public record Cursor(boolean near, Instant published, long id) {

    public static Cursor of(Listed last) {
      var times = last.post().times();
      return new Cursor(
          last.isNear(),
          times.published().orElse(times.created()),
          last.post().id().value());
    }

    public String word() {
      return (near ? "1." : "0.") + published.getEpochSecond() + "." + published.getNano() + "."
          + id;
    }

    /** Empty where the text is no cursor. */
    public static Optional<Cursor> read(String text) {
      String[] parts = text.split("[.]", -1);
      if (!text.matches("[01][.][0-9]{1,12}[.][0-9]{1,9}[.][0-9]{1,18}")) {
        return Optional.empty();
      }
      try {
        var at = Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        return Optional.of(new Cursor(parts[0].equals("1"), at, Long.parseLong(parts[3])));
      } catch (DateTimeException beyond) {
        return Optional.empty();
      }
    }
  }
}
