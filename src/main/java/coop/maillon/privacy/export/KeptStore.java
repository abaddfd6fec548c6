package coop.maillon.privacy.export;

import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Runs what the stores beside it ask: one statement a kind, so many rows at a time. */
final class KeptStore {

  private static final int AT_ONCE = 500;

  /** Some rows of a kind: what its columns are called, and the rows, by column. */
  record Lot(List<String> columns, List<JsonObject> rows) {}

  static String statementOf(Kind kind) {
    return Stream.of(SelfStore.ALL, UseStore.ALL, BoardStore.ALL)
        .map(all -> all.get(kind))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** Gives all rows of a kind to {@code take}, lot after lot; one lot at least, which may be empty. */
  Future<Void> read(Tx tx, Kind kind, long member, Function<Lot, Future<Void>> take) {
    var page = new Tx.Paged(statementOf(kind), AT_ONCE);
    return tx.each(page, rows -> take.apply(lot(rows)), member);
  }

  private static Lot lot(RowSet<Row> rows) {
    var columns = rows.columnsNames();
    return new Lot(
        columns,
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> plain(row, columns))
            .toList());
  }

  private static JsonObject plain(Row row, List<String> columns) {
    var object = new JsonObject();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), plain(row.getValue(i)));
    }
    return object;
  }

  /** Times are RFC 3339, in UTC; what a program cannot write down as it is, is text. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof OffsetDateTime moment) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
    if (value instanceof Object[] several) {
      var array = new JsonArray();
      Stream.of(several).forEach(one -> array.add(plain(one)));
      return array;
    }
    return value instanceof Temporal time ? time.toString() : value;
  }
}
