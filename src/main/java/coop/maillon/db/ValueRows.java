package coop.maillon.db;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Rows of a VALUES list: for few rows of a kind they cost a third less than arrays that the statement takes apart. */
public final class ValueRows {

  private static final Pattern PLACE = Pattern.compile("\\?");

  private ValueRows() {}

  /** So many of these rows, where each {@code ?} is the next place, from that number on. */
  public static String of(int many, int from, String row) {
    var number = new AtomicInteger(from);
    return PLACE
        .matcher(String.join(", ", Collections.nCopies(many, row)))
        .replaceAll(place -> "\\$" + number.getAndIncrement());
  }
}
