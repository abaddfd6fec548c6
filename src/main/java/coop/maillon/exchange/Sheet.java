package coop.maillon.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Tables as spreadsheets read and write them: UTF-8 with its mark; no cell is a formula. */
public final class Sheet {

  public static final String TYPE = "text/csv; charset=utf-8";
  static final int MOST_ROWS = 2_000;

  private static final String MARK = "\ufeff";
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private Sheet() {}

  /** A row of a file: its cells by the heading of their column, in lower case. */
  record Row(CSVRecord cells) {

    String cell(String column) {
      return cells.isMapped(column) && cells.isSet(column)
          ? said(cells.get(column).strip())
          : "";
    }

    Optional<String> given(String column) {
      return Optional.of(cell(column)).filter(text -> !text.isEmpty());
    }

    long line() {
      return cells.getRecordNumber() + 1;
    }
  }

  /** Empty where it is no table, or lacks one of these columns. Commas or semicolons part the cells. */
  static Optional<List<Row>> read(String text, List<String> columns) {
    var first = text.lines().findFirst().orElse("");
    char parts = first.chars().filter(c -> c == ';').count()
            >= Math.max(1, first.chars().filter(c -> c == ',').count())
        ? ';'
        : ',';
    var format = CSVFormat.DEFAULT
        .builder()
        .setDelimiter(parts)
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreHeaderCase(true)
        .setTrim(true)
        .setIgnoreEmptyLines(true)
        .get();
    try (var parser = format.parse(new StringReader(text))) {
      var rows = parser.stream().map(Row::new).toList();
      return parser.getHeaderNames().stream().map(String::toLowerCase).toList().containsAll(columns)
              && rows.size() <= MOST_ROWS
          ? Optional.of(rows)
          : Optional.empty();
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** A table with its headings first. */
  public static String write(List<List<String>> rows) {
    return MARK + lines(rows);
  }

  /** More rows of a table that was begun. */
  public static String lines(List<List<String>> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(Sheet::neutral).collect(Collectors.toList()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What a spreadsheet would calculate is prefixed, so that it is read. */
  private static String neutral(String cell) {
    return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** What {@link #neutral} made of it, taken back. */
  private static String said(String cell) {
    boolean prefixed = cell.length() > 1
        && cell.charAt(0) == '\''
        && STARTS_A_FORMULA.indexOf(cell.charAt(1)) >= 0;
    return prefixed ? cell.substring(1) : cell;
  }
}
