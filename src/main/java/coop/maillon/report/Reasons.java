package coop.maillon.report;

import coop.maillon.resource.ResourceId;
import coop.maillon.web.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why people were refused, the commonest reason first. */
final class Reasons {

  private Reasons() {}

  /** One reason, and on which resources, the most refused first. */
  record Reason(String rule, int count, List<One> resources) {}

  /** One reason on one resource. */
  record One(ResourceId resource, String rule, int count) {}

  static List<Reason> of(Numbers numbers) {
    Map<String, List<One>> byRule = byResource(numbers).stream()
        .collect(Collectors.groupingBy(One::rule, LinkedHashMap::new, Collectors.toList()));
    return byRule.entrySet().stream()
        .map(rule -> new Reason(
            rule.getKey(), rule.getValue().stream().mapToInt(One::count).sum(), rule.getValue()))
        .sorted(Comparator.comparingInt(Reason::count).reversed())
        .toList();
  }

  /** Whatever the hour that was wanted. */
  static List<One> byResource(Numbers numbers) {
    Map<One, Integer> counts = numbers.counted().refusals().stream()
        .collect(Collectors.groupingBy(
            one -> new One(one.resource(), one.rule(), 0),
            LinkedHashMap::new,
            Collectors.summingInt(Counted.Refusals::count)));
    return counts.entrySet().stream()
        .map(one -> new One(one.getKey().resource(), one.getKey().rule(), one.getValue()))
        .sorted(Comparator.comparingInt(One::count)
            .reversed()
            .thenComparing(One::rule)
            .thenComparing(One::resource))
        .toList();
  }

  /** In words; a rule that has none is named as programs know it. */
  static String sentence(String rule, Words words) {
    String key = "report.rule." + rule;
    return words.has(key) ? words.say(key) : rule;
  }
}
