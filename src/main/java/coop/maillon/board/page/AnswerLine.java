package coop.maillon.board.page;

import java.util.List;
import java.util.Optional;

/**
 * One answer, as one reader sees it.
 *
 * @param tone the ground of the avatar
 * @param kept whether it was accepted, or is the right one
 * @param past whether nothing came of it
 * @param place where in the line it stands, for its own author
 */
record AnswerLine(
    String id,
    String initials,
    String tone,
    String name,
    boolean mine,
    boolean kept,
    boolean past,
    Optional<State> state,
    String when,
    List<String> paragraphs,
    String place,
    List<Said> replies,
    List<Said> thanks,
    Can can) {

  public boolean anyReply() {
    return !replies.isEmpty();
  }

  public boolean anyThanks() {
    return !thanks.isEmpty();
  }

  /** What somebody said further. */
  record Said(String name, String body, String when) {}

  /**
   * What the reader can do: labels, empty where they cannot.
   *
   * @param also whether accepting makes one place more
   * @param report where they can report it
   */
  record Can(
      String accept, boolean also, String decline, String withdraw, String reply, String report) {
    public boolean any() {
      return !accept.isEmpty()
          || !decline.isEmpty()
          || !withdraw.isEmpty()
          || !reply.isEmpty()
          || !report.isEmpty();
    }
  }
}
