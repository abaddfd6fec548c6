package coop.maillon.resource.rules;

import coop.maillon.web.Ask;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands in the fields of a form: what was typed, or what is. */
public record Typed(Function<String, List<String>> values) {

  public static Typed of(Ask ask) {
    return new Typed(ask::formAll);
  }

  public static Typed of(Map<String, List<String>> values) {
    return new Typed(name -> values.getOrDefault(name, List.of()));
  }

  public String text(String name) {
    return values.apply(name).stream().findFirst().orElse("");
  }

  public List<String> all(String name) {
    return values.apply(name);
  }

  public boolean has(String name, String value) {
    return values.apply(name).contains(value);
  }
}
