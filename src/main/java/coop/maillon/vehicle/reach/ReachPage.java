package coop.maillon.vehicle.reach;

import coop.maillon.web.SearchBox.Choice;
import java.util.List;
import java.util.Optional;

/**
 * What vehicle/reach shows: the need, then each car of a site with how far it goes from each time on.
 *
 * @param answer which cars go far enough, in a sentence
 * @param previous the day before, none where it is over
 * @param charging where members see what to charge; guests do not
 */
record ReachPage(
    String title,
    String day,
    String answer,
    Needs need,
    List<Row> cars,
    Optional<String> previous,
    String next,
    Optional<String> charging) {

  public boolean none() {
    return cars.isEmpty();
  }

  /** The need, as it can be changed. */
  record Needs(String km, String date, String from, List<Choice> lengths, List<Choice> sites) {}

  /**
   * A car.
   *
   * @param id of its heading
   * @param about how often it goes far enough, or how far it goes, in a sentence
   * @param costs what it costs, in sentences; empty where it is free
   * @param far how far it goes from the best of these times, where one knows
   */
  record Row(
      String id,
      String slug,
      String name,
      String about,
      String costs,
      Optional<String> far,
      List<Cell> cells) {}

  /**
   * One start.
   *
   * @param css `enough`, `short`, or `taken` where it cannot be had
   * @param icon the sign that says the same without a colour
   * @param far how far, in a word
   * @param said the same for those who do not see it
   * @param href the form that books it, where it is free
   */
  record Cell(
      String css, String icon, String time, String far, String said, Optional<String> href) {}
}
