package coop.maillon.board.search;

import static coop.maillon.support.TestApp.done;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether people find what they mean, on 150 posts as members write them. */
class SearchTest {

  private static final Map<Long, String> SLUGS = new HashMap<>();
  private static final Vertx VERTX = Vertx.vertx();
  private static DatabaseAddress address;
  private static Database database;
  private static Search search;

  @BeforeAll
  static void open() throws SQLException {
    address = TestDatabase.fresh();
    Coop.fill(address);
    post(lines("search-fr-posts.tsv"));
    database = Database.open(VERTX, address.connectOptions(), 8, 64);
    search = new Search(database);
  }

  @AfterAll
  static void close() {
    done(database.close());
    done(VERTX.close());
  }

  @Test
  void ofFortyQueriesThirtyNineFindAWantedPostAmongTheFirstThree() {
    var missed = missed(lines("search-fr-queries.tsv"));
    System.out.println(
        40 - missed.size() + " of 40 queries find a wanted post among the first three");
    assertThat(missed).as("not found: " + missed).hasSizeLessThanOrEqualTo(1);
  }

  /** Of the same kinds, written afterwards by somebody who had not seen how it works. */
  @Test
  void soDoFortyOthers() {
    var missed = missed(lines("search-fr-more.tsv"));
    System.out.println(40 - missed.size() + " of 40 more");
    assertThat(missed).as("not found: " + missed).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void nothingThatCanBeLookedForFindsNothing() {
    assertThat(found("")).isEmpty();
    assertThat(found("! ? %")).isEmpty();
    assertThat(found("le la de du")).isEmpty();
    assertThat(found("xylophoniste")).isEmpty();
  }

  @Test
  void whatWasChangedIsFoundByItsNewWordsAndNotByTheOld() {
    long id = SLUGS.entrySet().stream()
        .filter(one -> one.getValue().equals("barnum-location"))
        .findFirst()
        .orElseThrow()
        .getKey();
    String old =
        TestDatabase.ask(address, "SELECT title FROM post WHERE id = " + id).get(0);
    TestDatabase.run(address, "UPDATE post SET title = 'Trampoline à louer' WHERE id = " + id);
    assertThat(found("trampolines")).first().isEqualTo("barnum-location");
    TestDatabase.run(
        address,
        "UPDATE post SET title = '%s' WHERE id = %d".formatted(old.replace("'", "''"), id));
    assertThat(found("trampoline")).doesNotContain("barnum-location");
  }

  private static Set<String> missed(List<String[]> queries) {
    var missed = new TreeSet<String>();
    for (String[] query : queries) {
      var first = found(query[0]).stream().limit(3).toList();
      if (first.stream().noneMatch(List.of(query[1].split(","))::contains)) {
        missed.add(query[0] + " → " + first);
      }
    }
    return missed;
  }

  private static List<String> found(String typed) {
    return done(search.best(typed, PostStatus.PUBLISHED, 20)).stream()
        .map(PostId::value)
        .map(SLUGS::get)
        .toList();
  }

  /** Written as an import would, by one statement a post. */
  private static void post(List<String[]> posts) throws SQLException {
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var insert = connection.prepareStatement("""
            WITH made AS (
              INSERT INTO post (author_id, kind, mode, status, title, body, created_at, published_at, expires_at)
              VALUES (3, ?, 'free', 'published', ?, ?, now(), now(), now() + interval '60 days') RETURNING id),
            known AS (
              INSERT INTO skill (name, plain, created_at)
              SELECT DISTINCT ON (lower(unaccent(s))) s, lower(unaccent(s)), now() FROM unnest(string_to_array(?, ',')) AS s
              ON CONFLICT (plain) DO UPDATE SET plain = excluded.plain RETURNING id)
            INSERT INTO post_skill (post_id, skill_id, position) SELECT made.id, known.id, known.id FROM made, known RETURNING post_id
            """)) {
      for (String[] post : posts) {
        for (int i = 1; i < 5; i++) {
          insert.setString(i, post[i]);
        }
        try (var rows = insert.executeQuery()) {
          rows.next();
          SLUGS.put(rows.getLong(1), post[0]);
        }
      }
    }
  }

  private static List<String[]> lines(String file) {
    try (InputStream in = SearchTest.class.getResourceAsStream("/search/" + file)) {
      var lines = new ArrayList<String[]>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> lines.add(line.split("\t")));
      return lines;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
