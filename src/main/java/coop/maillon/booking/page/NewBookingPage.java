package coop.maillon.booking.page;

import coop.maillon.booking.beforehand.Beforehand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What booking/new shows: the question on the left, the answer on the right. */
record NewBookingPage(
    String title,
    String line,
    String planning,
    String planningDay,
    TypedBooking typed,
    Choices choices,
    Answered answered,
    Map<String, String> problems,
    Optional<Earlier> earlier,
    boolean alone) {

  /** The pieces of it that change as one types, to be put into the page that is open. */
  NewBookingPage pieces() {
    return new NewBookingPage(
        title, line, planning, planningDay, typed, choices, answered, problems, earlier, true);
  }

  /** Whether something is to be mended before it can be judged. */
  public boolean incomplete() {
    return !problems.isEmpty();
  }

  /** What can be chosen besides text. */
  record Choices(
      List<Length> lengths,
      List<Also> also,
      List<UnitLine> units,
      boolean onBehalf,
      boolean drives,
      boolean anyCar) {

    public boolean hasAlso() {
      return !also.isEmpty();
    }

    public boolean hasUnits() {
      return units.size() > 1;
    }
  }

  /** One of the usual lengths. */
  record Length(int minutes, String label, boolean chosen) {}

  /** Something that can be had at the same time. */
  record Also(String slug, String name, String note, boolean chosen) {}

  /** One unit that may be insisted on. */
  record UnitLine(String id, String label, boolean chosen) {}

  /**
   * Whether it can be had: what changes as one types.
   *
   * @param what names of what is asked for
   * @param when empty until a slot can be read
   * @param beforehand what quotas leave, and what is lacking
   * @param twice the clock shows the start or the end twice that day
   */
  record Answered(
      MiniDay miniDay,
      Optional<Refusal> refusal,
      boolean free,
      boolean needsApproval,
      String site,
      List<String> what,
      List<String> when,
      String member,
      List<String> rules,
      Beforehand beforehand,
      Twice twice) {

    public boolean refused() {
      return refusal.isPresent();
    }

    /** It is free, but somebody has to agree. */
    public boolean asks() {
      return free && needsApproval;
    }

    public boolean standsAtOnce() {
      return free && !needsApproval;
    }
  }

  /** Which of the times the clock shows twice that day, and whether the second is meant. */
  record Twice(boolean start, boolean end, boolean startLater, boolean endLater) {
    public boolean any() {
      return start || end;
    }
  }

  /** Something else was already done with this form. */
  record Earlier(String booking, String sentence) {}
}
