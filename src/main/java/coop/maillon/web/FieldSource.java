package coop.maillon.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where fields come from: a form has only text, JSON has types that must fit. */
sealed interface FieldSource {

  boolean given(String name);

  /** The value as it came; only asked for names that are given. */
  Object raw(String name);

  /** Empty if it is not a text. */
  Optional<String> text(String name);

  /** Empty if it is not given or not a whole number. */
  Optional<Long> number(String name);

  /** Empty if it is not a list of texts; not given is an empty list. */
  Optional<List<String>> list(String name);

  /** Empty if it is neither yes nor no; not given is no. */
  Optional<Boolean> flag(String name);

  /** Names and values of a form or a query. */
  record Form(Function<String, List<String>> values) implements FieldSource {
    @Override
    public boolean given(String name) {
      return values.apply(name).stream().anyMatch(value -> !value.isBlank());
    }

    @Override
    public Object raw(String name) {
      return text(name).orElse("");
    }

    @Override
    public Optional<String> text(String name) {
      return values.apply(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    @Override
    public Optional<Long> number(String name) {
      return text(name)
          .map(String::strip)
          .filter(text -> text.matches("-?\\d{1,15}"))
          .map(Long::valueOf);
    }

    @Override
    public Optional<List<String>> list(String name) {
      return Optional.of(values.apply(name).stream()
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .toList());
    }

    @Override
    public Optional<Boolean> flag(String name) {
      return Optional.of(given(name) && !text(name).orElse("").equals("false"));
    }
  }

  /** Members of an object; null is not given. */
  record Json(JsonObject body) implements FieldSource {
    @Override
    public boolean given(String name) {
      return body.getValue(name) != null;
    }

    @Override
    public Object raw(String name) {
      return body.getValue(name);
    }

    @Override
    public Optional<String> text(String name) {
      return body.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Optional<Long> number(String name) {
      Object value = body.getValue(name);
      return value instanceof Integer || value instanceof Long
          ? Optional.of(((Number) value).longValue())
          : Optional.empty();
    }

    @Override
    public Optional<List<String>> list(String name) {
      if (!given(name)) {
        return Optional.of(List.of());
      }
      return body.getValue(name) instanceof JsonArray array
              && array.stream().allMatch(String.class::isInstance)
          ? Optional.of(array.stream().map(String.class::cast).toList())
          : Optional.empty();
    }

    @Override
    public Optional<Boolean> flag(String name) {
      if (!given(name)) {
        return Optional.of(false);
      }
      return body.getValue(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }
  }
}
