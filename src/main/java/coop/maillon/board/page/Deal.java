package coop.maillon.board.page;

import java.util.List;
import java.util.Optional;

/**
 * What one agreed on, as one of its parties sees it: a chain of links, two numbers face to face, and what can be done.
 *
 * @param text what comes next, and when
 * @param call what the page asks of the reader first, on a phone; may be empty
 */
record Deal(
    String id,
    String heading,
    List<Step> steps,
    Optional<Versus> versus,
    Optional<Confirm> confirm,
    Optional<Declare> declare,
    Optional<Thanks> thanks,
    Ways ways,
    List<Companion> companions,
    String text,
    String note,
    String call) {

  public boolean anyAct() {
    return confirm.isPresent() || declare.isPresent() || !ways.finish().isEmpty();
  }

  public boolean anyCompanion() {
    return !companions.isEmpty();
  }

  /** One link of the chain: `done`, `now`, `next` or `no`. */
  record Step(String tone, String label, String text, boolean now) {}

  /** Mine and theirs. */
  record Versus(String mineLabel, String mine, String theirsLabel, String theirs) {}

  /** Taking the other side's number. */
  record Confirm(String label, int minutes) {}

  /**
   * Saying a number.
   *
   * @param summary what opens it; empty where it stands open
   * @param reason whether one may say what is wrong instead
   */
  record Declare(
      String summary, String label, String hours, String minutes, String hint, boolean reason) {
    public boolean open() {
      return summary.isEmpty();
    }
  }

  /** A word of thanks: what one wrote, or the place to write it. */
  record Thanks(String heading, String label, String said) {}

  /** What else can be done: labels, empty where it cannot. */
  record Ways(String finish, String cancel, String miss) {
    public boolean anyOut() {
      return !cancel.isEmpty() || !miss.isEmpty();
    }
  }

  /** One of those who are helped together, whom the helper may let go. */
  record Companion(String answer, String name) {}
}
