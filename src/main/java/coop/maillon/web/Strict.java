package coop.maillon.web;

import com.github.jknack.handlebars.ValueResolver;
import java.util.Map;
import java.util.Set;

/**
 * Stands behind every model: a look-up that gets here found its name nowhere, so the name is misspelt and the page
 * fails, wherever the name was used.
 */
final class Strict implements ValueResolver {

  /** The outermost model of every page. */
  static final Object NOTHING_ELSE = new Object();

  // Handlebars itself asks every caller of a partial for these names.
  private static final Set<String> ASKED_BY_PARTIALS = Set.of("size", "empty");

  /** A template asked for a name that its model does not have. */
  static final class UnknownName extends IllegalArgumentException {
    UnknownName(String name) {
      super("no model has the name " + name);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  @Override
  public Object resolve(Object model, String name) {
    if (model == NOTHING_ELSE && !ASKED_BY_PARTIALS.contains(name)) {
      throw new UnknownName(name);
    }
    return UNRESOLVED;
  }

  @Override
  public Object resolve(Object model) {
    return UNRESOLVED;
  }

  @Override
  public Set<Map.Entry<String, Object>> propertySet(Object model) {
    return Set.of();
  }
}
