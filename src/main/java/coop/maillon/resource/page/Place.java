package coop.maillon.resource.page;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** What a resource is, in one line of words. */
public record Place(Resource resource, Words words) {

  private static final Set<String> YES = Set.of("true", "oui", "yes");
  private static final Set<String> NO = Set.of("false", "non", "no", "");

  /** 12 personnes; for equipment and vehicles nothing where it is one. */
  public String people() {
    return resource.kind() != Kind.SPACE && resource.capacity() == 1
        ? ""
        : words.say("resource.people", "count", resource.capacity());
  }

  /** Lyon · 12 personnes · écran, visio. */
  public String line() {
    var parts = new ArrayList<String>();
    parts.add(resource.site().name());
    if (!people().isEmpty()) {
      parts.add(people());
    }
    if (resource.isPool()) {
      parts.add(words.say("resource.units", "count", resource.units().size()));
    }
    String has = attributes();
    if (!has.isEmpty()) {
      parts.add(has);
    }
    return String.join(" · ", parts);
  }

  /** écran, visio, accès fauteuil. */
  public String attributes() {
    return String.join(
        ", ",
        resource.attributes().entrySet().stream()
            .filter(entry -> !NO.contains(entry.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> YES.contains(entry.getValue())
                ? name(entry.getKey())
                : name(entry.getKey()) + " " + entry.getValue())
            .toList());
  }

  /** An icon that the pages have. */
  public String icon() {
    return switch (resource.kind()) {
      case SPACE -> resource.isPool() ? "desk" : "room";
      case EQUIPMENT -> "tool";
      case VEHICLE -> "car";
    };
  }

  private String name(String attribute) {
    String key = "resource.attribute." + attribute;
    return words.has(key) ? words.say(key) : attribute;
  }
}
