package coop.maillon.dev;

import coop.maillon.web.RouteTable;
import java.util.List;

/** What the developer pages show. */
final class DevPage {

  private DevPage() {}

  /** Where to go, and every way in with who may come. */
  public record Home(String title, List<RouteTable.Entry> routes, int count) {}

  /** What was mailed, the latest first. */
  public record Mails(String title, List<DevMail> mails) {}

  /** Every shared part, in both themes. */
  public record Gallery(String title, List<Theme> themes, List<String> templates) {}

  /** One look of the gallery; ids must differ between the two. */
  public record Theme(String name, String label) {}
}
