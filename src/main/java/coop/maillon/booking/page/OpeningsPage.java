package coop.maillon.booking.page;

import coop.maillon.web.SearchBox.Choice;
import java.util.List;
import java.util.Optional;

/** What booking/openings shows: the need, then what meets it, earliest first, day by day. */
record OpeningsPage(
    String title, String heading, Need need, List<DayOf> days, List<Near> near, List<String> left) {

  public boolean anything() {
    return !days.isEmpty();
  }

  public boolean anyNear() {
    return !near.isEmpty();
  }

  /**
   * The need, as it can be changed.
   *
   * @param byDistance where cars are looked for, the page that says how far each goes at any time
   */
  record Need(
      List<Choice> kinds,
      String date,
      String from,
      List<Choice> lengths,
      int capacity,
      List<Choice> sites,
      Optional<String> byDistance) {}

  /** What is free on one day. */
  record DayOf(String id, String label, List<Line> lines) {}

  /** One slot that one click books; {@code fit} says why it is proposed. */
  record Line(
      String tone,
      String times,
      String soon,
      String resource,
      String slug,
      String about,
      String also,
      String value,
      String key) {}

  /** Another day on which it can be had. */
  record Near(String href, String label) {}
}
