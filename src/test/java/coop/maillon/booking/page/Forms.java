package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What tests of booking's pages have in common: the cast, an empty ledger, and forms sent as a browser does. */
abstract class Forms {

  static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    coop.empty("booking, hold, occupancy");
    coop.sql("DELETE FROM idempotency");
  }

  static Visitor bruno() {
    return coop.browser("bruno");
  }

  static Visitor diane() {
    return coop.browser("diane");
  }

  static Visitor chloe() {
    return coop.browser("chloe");
  }

  /** Start, end, then further names and values. */
  static HttpResponse<String> book(Visitor who, String resource, String date, String... form) {
    return who.submit("/bookings", form(resource, date, form));
  }

  /** Start, end, then further names and values. */
  static String[] form(String resource, String date, String... startEndAndMore) {
    var all = new ArrayList<>(List.of("resource", resource, "date", date));
    all.addAll(List.of("start", startEndAndMore[0], "end", startEndAndMore[1]));
    all.addAll(List.of(startEndAndMore).subList(2, startEndAndMore.length));
    return all.toArray(String[]::new);
  }

  /** Where the answer sends the browser. */
  static String at(HttpResponse<String> sent) {
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return sent.headers().firstValue("Location").orElseThrow();
  }

  static String bookings() {
    return coop.one("SELECT count(*) FROM booking");
  }

  /** The first thing that the page says in this shape. */
  static String first(String body, String pattern) {
    var found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
