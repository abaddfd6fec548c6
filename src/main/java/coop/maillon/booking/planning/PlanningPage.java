package coop.maillon.booking.planning;

import coop.maillon.web.Html;
import coop.maillon.web.SearchBox;
import java.util.List;
import java.util.Optional;

/**
 * What the template `booking/planning` shows.
 *
 * @param search the band above
 * @param cards what concerns the reader now and later today
 * @param day the grid, in the view of a day
 * @param week the week of one resource, in the other view
 * @param nothing in place of both, where nothing is to be shown
 */
record PlanningPage(
    String title,
    SearchBox search,
    List<Card> cards,
    Heading heading,
    Filters filters,
    Optional<DayGrid> day,
    Optional<WeekPage> week,
    Optional<Nothing> nothing) {

  /**
   * Something of the reader's own day.
   *
   * @param act what can be done about it at this moment, by one click
   */
  record Card(
      String css, String icon, String href, String heading, String text, Optional<Act> act) {}

  /** A button that posts; {@code next} leads back, {@code end} is for staying until then. */
  record Act(String path, String label, String css, String next, Optional<String> end) {}

  /** The date with the ways to others. */
  record Heading(
      String label, Link previous, Link next, Optional<Link> today, List<ViewLink> views) {}

  record Link(String href, String label) {}

  /** A way of looking; the current one is marked. */
  record ViewLink(String href, String label, boolean current) {}

  /** The form that chooses what is shown. */
  record Filters(
      String date,
      String view,
      boolean week,
      boolean wholeDay,
      List<SearchBox.Choice> sites,
      List<SearchBox.Choice> resources,
      List<KindChoice> kinds,
      boolean freeNow,
      boolean wheelchair) {}

  /** A kind that can be shown or left out. */
  record KindChoice(String value, String icon, String label, boolean chosen) {}

  /**
   * The rows of a day.
   *
   * @param topic the same day as a subject of the live socket
   * @param seq the number of the last event that it shows for sure
   * @param from seconds since 1970 of the left edge, by which a script moves the line of now
   * @param now by the server's clock, likewise
   * @param hours what shows the whole day, or its usual hours again
   */
  record DayGrid(
      String label,
      String css,
      String site,
      String topic,
      long seq,
      long from,
      long now,
      String zone,
      int many,
      int edge,
      Scale scale,
      List<Group> groups,
      Link hours) {}

  /** The resources of one kind, and of vehicles the way to how far they go. */
  record Group(String icon, String label, Optional<String> distances, Html rows) {}

  /** An empty state: what is the case and the way out. */
  record Nothing(String heading, String text, String href, String action) {}
}
