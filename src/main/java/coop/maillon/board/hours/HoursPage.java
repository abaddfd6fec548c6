package coop.maillon.board.hours;

import java.util.List;
import java.util.Optional;

/**
 * What board/hours shows: a statement, and how the account stands where it is one's own.
 *
 * @param older where the lines before are; may be empty
 * @param other the other statement
 */
record HoursPage(
    String title,
    String text,
    String back,
    String backLabel,
    String csv,
    List<Row> lines,
    String older,
    Optional<Account> account,
    String other,
    String otherLabel) {

  static final String TEMPLATE = "board/hours";
  static final String OWN = "/me/hours";
  static final String OWN_CSV = "/me/hours.csv";
  static final String POT = "/board/pot";
  static final String POT_CSV = "/board/pot.csv";

  public boolean any() {
    return !lines.isEmpty();
  }

  /**
   * One transfer.
   *
   * @param href the post that it was about; may be empty
   * @param detail with whom, by whom decided, and why
   */
  record Row(String when, String what, String href, String detail, String amount, String balance) {}

  /** How an account stands; what does not apply is empty. */
  record Account(String balance, String reserved, String floor, String ceiling) {}
}
