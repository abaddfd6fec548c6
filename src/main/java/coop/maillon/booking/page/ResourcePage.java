package coop.maillon.booking.page;

import coop.maillon.booking.beforehand.Beforehand;
import coop.maillon.booking.planning.WeekPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What booking/resource shows: what it is, its rules, and its week.
 *
 * @param costs what it costs, in sentences; none where it is free
 */
record ResourcePage(
    String title,
    String slug,
    String line,
    String description,
    String icon,
    boolean photo,
    String planning,
    String planningDay,
    List<Tag> tags,
    List<String> hours,
    List<String> rules,
    List<String> costs,
    Beforehand beforehand,
    List<Link> parts,
    List<Link> wholes,
    boolean helps,
    boolean car,
    Week week) {

  public boolean isPriced() {
    return !costs.isEmpty();
  }

  public boolean hasParts() {
    return !parts.isEmpty();
  }

  public boolean hasWholes() {
    return !wholes.isEmpty();
  }

  /** Another resource. */
  record Link(String slug, String name) {}

  /** A word that resources share, and where those that have it are. */
  record Tag(String word, String address) {

    static Tag of(String word) {
      return new Tag(word, "/resources?tag=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
    }
  }

  /** The week shown, and the ways to those around it. */
  record Week(WeekPage shown, String before, String after, String present) {

    public String range() {
      return shown.range();
    }
  }
}
