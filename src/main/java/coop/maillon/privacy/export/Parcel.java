package coop.maillon.privacy.export;

import coop.maillon.exchange.Sheet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file while it is filled: a table of each kind goes straight into it; what is for programs, which comes last, waits
 * compressed. So nothing is ever there whole but what leaves, and that is small. By one thread at a time, never the event loop.
 */
final class Parcel {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final DeflaterOutputStream json = new DeflaterOutputStream(kept);
  private final Instant madeAt;
  private String between = "";

  Parcel(Instant madeAt) throws IOException {
    this.madeAt = madeAt;
    write(json, "{\"madeAt\":\"" + madeAt + "\"");
  }

  /** A text for people. */
  void put(String name, String text) throws IOException {
    begin(name);
    write(zip, text);
    zip.closeEntry();
  }

  void open(Kind kind, List<String> columns) throws IOException {
    begin(kind.word() + ".csv");
    write(zip, Sheet.write(List.of(columns)));
    write(json, ",\n\"" + kind.word() + "\":[");
    between = "\n";
  }

  void add(KeptStore.Lot lot) throws IOException {
    write(
        zip,
        Sheet.lines(lot.rows().stream().map(row -> cells(row, lot.columns())).toList()));
    for (JsonObject row : lot.rows()) {
      write(json, between + row.encode());
      between = ",\n";
    }
  }

  void close() throws IOException {
    zip.closeEntry();
    write(json, "]");
  }

  /** The whole, once every kind is in it. */
  Buffer whole() throws IOException {
    write(json, "}\n");
    json.close();
    begin("maillon.json");
    new InflaterInputStream(new ByteArrayInputStream(kept.toByteArray())).transferTo(zip);
    zip.closeEntry();
    zip.close();
    return Buffer.buffer(bytes.toByteArray());
  }

  private void begin(String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private static List<String> cells(JsonObject row, List<String> columns) {
    return columns.stream().map(column -> cell(row.getValue(column))).toList();
  }

  private static String cell(@Nullable Object value) {
    return value instanceof JsonArray several
        ? several.stream().map(Objects::toString).collect(Collectors.joining("|"))
        : Objects.toString(value, "");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
