package coop.maillon.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and their values, as a query or a form brings them. */
record Parameters(Map<String, List<String>> values) {

  static final Parameters NONE = new Parameters(Map.of());
  private static final int MOST = 2000;

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws BadRequest if the percent signs make no sense, or a value holds a NUL, which no text of ours may
   */
  static Parameters parse(String encoded) {
    return decoded(encoded).checked();
  }

  private static Parameters decoded(String encoded) {
    try {
      var decoder = new QueryStringDecoder(encoded, StandardCharsets.UTF_8, false, MOST);
      return new Parameters(decoder.parameters());
    } catch (IllegalArgumentException malformed) {
      throw new BadRequest("malformed parameters");
    }
  }

  Optional<String> first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Parameters checked() {
    values.forEach((name, all) -> {
      if (all.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
        throw BadRequest.nul(name);
      }
    });
    return this;
  }
}
