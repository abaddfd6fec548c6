package coop.maillon.resource.manage;

import coop.maillon.web.Ask;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands in the fields of a form: what was typed, or what is. */
record Typed(Function<String, List<String>> values) {

  static Typed of(Ask ask) {
    return new Typed(ask::formAll);
  }

  static Typed of(Map<String, List<String>> values) {
    return new Typed(name -> values.getOrDefault(name, List.of()));
  }

  String text(String name) {
    return values.apply(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return values.apply(name);
  }

  boolean has(String name, String value) {
    return values.apply(name).contains(value);
  }
}
