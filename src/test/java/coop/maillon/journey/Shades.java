package coop.maillon.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which shades pages have their texts: the colour, size and weight, and every ground under it. That a text can be read from its
 * ground takes axe as long to say as all else together, and is the same wherever the shades are.
 */
final class Shades {

  /** What axe has to say of colours, which are the same in every language. */
  static final String RULES = "['color-contrast', 'link-in-text-block']";

  /** Leaves the texts in the page as {@code texts}; what is laid over others is told apart by what it is, too. */
  private static final String LOOK = """
      (() => {
        const grounds = new Map();
        const groundOf = element => {
          if (!element) return '';
          if (!grounds.has(element)) {
            const its = getComputedStyle(element);
            const name = its.position === 'static' ? '' : element.localName + '.' + element.classList;
            const own = [its.backgroundColor, its.backgroundImage, its.opacity, its.filter, name]
                .map(part => /^(rgba\\(0, 0, 0, 0\\)|none|1)$/.test(part) ? '' : part).join('');
            const under = groundOf(element.parentElement);
            grounds.set(element, own ? under + '/' + own : under);
          }
          return grounds.get(element);
        };
        const shade = element => {
          const its = getComputedStyle(element);
          const around = element.localName === 'a' ? getComputedStyle(element.parentElement).color : '';
          return [groundOf(element), its.color, its.fontSize, its.fontWeight, its.textShadow,
              its.textDecorationLine, its.borderBottomWidth, around].join();
        };
        const isWritten = node => node.nodeType === Node.TEXT_NODE && node.data.trim();
        window.texts = [...document.body.querySelectorAll('*')].filter(element =>
            /^(input|select|textarea)$/.test(element.localName) || [...element.childNodes].some(isWritten));
        return texts.map(shade);
      })()
      """;

  private final Set<String> seen = new TreeSet<>();

  /** What axe finds of the colours in which no text stood on any page before. */
  List<String> violations(Page page) {
    Set<Integer> fresh = fresh((List<?>) page.evaluate(LOOK));
    return fresh.isEmpty()
        ? List.of()
        : Axe.violations(
            page,
            "{include: %s.map(i => texts[i])}".formatted(fresh),
            "{runOnly: %s}".formatted(RULES));
  }

  /** The first and the last of each shade that is new: one of them may be out of sight. */
  private Set<Integer> fresh(List<?> shades) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < shades.size(); i++) {
      places
          .computeIfAbsent(shades.get(i).toString(), shade -> new ArrayList<>())
          .add(i);
    }
    Set<Integer> fresh = new LinkedHashSet<>();
    places.forEach((shade, at) -> {
      if (seen.add(shade)) {
        fresh.add(at.get(0));
        fresh.add(at.get(at.size() - 1));
      }
    });
    return fresh;
  }
}
