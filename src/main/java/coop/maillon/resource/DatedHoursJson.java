package coop.maillon.resource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dated exceptions as JSON; a last day that is absent is the first, a name that is absent is blank. */
final class DatedHoursJson {

  private static final int MOST = 400;
  private static final int LONGEST_NAME = 80;
  private static final Set<String> MEMBERS = Set.of("from", "to", "open", "name");

  private DatedHoursJson() {}

  static JsonArray write(List<DatedHours> exceptions) {
    var json = new JsonArray();
    exceptions.forEach(one -> json.add(new JsonObject()
        .put("from", one.from().toString())
        .put("to", one.to().toString())
        .put("open", PolicyJson.write(one.open()))
        .put("name", one.name())));
    return json;
  }

  /** Empty where one of them does not read, or where they are too many. */
  static Optional<List<DatedHours>> read(Object value) {
    if (!(value instanceof JsonArray array) || array.size() > MOST) {
      return Optional.empty();
    }
    var read = array.stream().map(DatedHoursJson::one).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private static Optional<DatedHours> one(@Nullable Object value) {
    if (!(value instanceof JsonObject json) || !MEMBERS.containsAll(json.fieldNames())) {
      return Optional.empty();
    }
    var from = date(json.getValue("from"));
    var to = json.containsKey("to") ? date(json.getValue("to")) : from;
    var open = PolicyJson.stretches(json.getValue("open"));
    boolean reads = from.isPresent()
        && to.filter(last -> !last.isBefore(from.get())).isPresent()
        && json.getValue("name", "") instanceof String name
        && name.length() <= LONGEST_NAME;
    return reads
        ? open.map(stretches ->
            new DatedHours(from.get(), to.get(), stretches, json.getString("name", "")))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(@Nullable Object value) {
    try {
      return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
