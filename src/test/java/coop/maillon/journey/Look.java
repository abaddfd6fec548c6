package coop.maillon.journey;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page is made of, its words apart: each kind of element under each kind of parent. Two pages with the same kinds
 * have the same barriers, if any.
 */
record Look(Set<String> kinds) {

  static Look of(Document page) {
    Set<String> kinds = new TreeSet<>();
    for (Element element : page.body().select("*:not(svg *)")) {
      if (element.parent() != null) {
        kinds.add(kind(element.parent()) + " > " + kind(element));
      }
    }
    return new Look(kinds);
  }

  private static String kind(Element element) {
    return element.tagName() + classes(element) + attributes(element);
  }

  // at-13 for-8 say where a block stands, not how it looks
  private static String classes(Element element) {
    return element.classNames().stream()
        .filter(name -> !name.matches(".*\\d.*"))
        .sorted()
        .map(name -> "." + name)
        .collect(Collectors.joining());
  }

  private static String attributes(Element element) {
    return element.attributes().asList().stream()
        .filter(attribute -> !attribute.getKey().startsWith("data-"))
        .map(Look::worded)
        .sorted()
        .collect(Collectors.joining("][", "[", "]"));
  }

  private static String worded(Attribute attribute) {
    return switch (attribute.getKey()) {
      case "type", "role", "aria-invalid", "aria-current" ->
        attribute.getKey() + "=" + attribute.getValue();
      default -> attribute.getKey();
    };
  }
}
