package coop.maillon.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names and values that go along with an answer, in order; a name may come twice. */
public record Headers(List<Map.Entry<String, String>> entries) {

  public static final Headers NONE = new Headers(List.of());

  public Headers {
    entries = List.copyOf(entries);
  }

  public Headers and(String name, String value) {
    var more = new ArrayList<>(entries);
    more.add(Map.entry(name, value));
    return new Headers(more);
  }
}
