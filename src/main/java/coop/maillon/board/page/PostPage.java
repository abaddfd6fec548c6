package coop.maillon.board.page;

import java.util.List;
import java.util.Optional;

/**
 * What board/show shows: a post, what was said to it, and what the reader agreed on.
 *
 * @param note why what was asked for was not done
 * @param rulings what was done about reports, for whom they concern
 * @param deals those that the reader is a party of, open ones first
 * @param decisions what the reader, as a coordinator, is to decide
 * @param how how such posts work, in a sentence; empty where nothing can come of it any more
 * @param told the number of the last event that the page knows of
 */
record PostPage(
    String title,
    String id,
    Head head,
    Optional<Note> note,
    List<Ruling> rulings,
    String answersHeading,
    List<AnswerLine> answers,
    Optional<AnswerForm> form,
    List<Deal> deals,
    List<Decision> decisions,
    String how,
    long told) {

  public boolean anyAnswer() {
    return !answers.isEmpty();
  }

  /** Whether it says how such posts work, for whom nothing is agreed on yet. */
  public boolean quiet() {
    return deals.isEmpty() && decisions.isEmpty() && !how.isEmpty();
  }

  /** What the page asks of the reader first, on a phone. */
  public Optional<Deal> calling() {
    return deals.stream().filter(deal -> !deal.call().isEmpty()).findFirst();
  }

  /** What was done, and what was said by those who reported it. */
  record Ruling(String text, List<String> complaints) {
    public boolean anyComplaint() {
      return !complaints.isEmpty();
    }
  }

  public boolean anyRuling() {
    return !rulings.isEmpty();
  }

  /** A sentence above all. */
  record Note(String kind, String text) {}

  /** The post itself. */
  record Head(
      String id,
      String icon,
      String kind,
      Optional<State> state,
      String until,
      String heading,
      String author,
      String initials,
      boolean mine,
      String meta,
      List<String> paragraphs,
      List<Chip> skills,
      List<Fact> facts,
      Ways ways) {

    public boolean anyText() {
      return !paragraphs.isEmpty();
    }

    public boolean anyFact() {
      return !facts.isEmpty();
    }

    public boolean anySkill() {
      return !skills.isEmpty();
    }
  }

  /** A pair: what it takes, where, for when. */
  record Fact(String name, String text, String href) {}

  /** What its author can do with it; `false` where it cannot be done. */
  record Ways(boolean change, boolean publish, boolean renew, boolean resolve, boolean withdraw) {
    public boolean any() {
      return change || publish || renew || resolve || withdraw;
    }
  }

  /** Where the reader answers. */
  record AnswerForm(
      String label, String hint, String button, String typed, String problem, String key) {}
}
