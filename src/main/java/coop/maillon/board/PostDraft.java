package coop.maillon.board;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody writes for the board.
 *
 * @param skills as they wrote them, each once
 * @param site where it is to be done; at a distance where there is none
 */
public record PostDraft(
    PostKind kind,
    Mode mode,
    String title,
    String body,
    List<String> skills,
    Optional<SiteId> site,
    Shape shape,
    Ties ties,
    Dates dates) {

  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_BODY = 5000;
  public static final int LONGEST_SKILL = 40;
  public static final int MOST_SKILLS = 8;

  public PostDraft {
    skills = List.copyOf(skills);
    if (mode == Mode.HOURS && shape.estimateMinutes().isEmpty()) {
      throw new IllegalArgumentException("hours need an estimate");
    }
    if (kind == PostKind.QUESTION && mode != Mode.FREE) {
      throw new IllegalArgumentException("a question costs nothing");
    }
  }

  /** What it is about, where it is about something that can be booked, or something booked. */
  public record Ties(Optional<ResourceId> resource, Optional<BookingId> booking) {
    public static final Ties NONE = new Ties(Optional.empty(), Optional.empty());
  }

  /**
   * When it matters.
   *
   * @param neededBy before when help is of use
   * @param until how long it is to be seen, where its author said so
   */
  public record Dates(Optional<Instant> neededBy, Optional<Instant> until) {
    public static final Dates NONE = new Dates(Optional.empty(), Optional.empty());

    /** Only those that are still to come. */
    public Dates ahead(Instant now) {
      return new Dates(neededBy.filter(at -> at.isAfter(now)), until.filter(at -> at.isAfter(now)));
    }
  }

  /** The same text with what was agreed on before: once published, its kind and what is given for it stay. */
  public PostDraft keeping(PostDraft before) {
    return new PostDraft(
        before.kind,
        before.mode,
        title,
        body,
        skills,
        site,
        new Shape(
            shape.places(),
            before.shape.manner(),
            before.mode == Mode.HOURS && shape.estimateMinutes().isEmpty()
                ? before.shape.estimateMinutes()
                : shape.estimateMinutes()),
        ties,
        dates);
  }
}
