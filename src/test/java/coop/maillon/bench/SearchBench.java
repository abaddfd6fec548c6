package coop.maillon.bench;

import coop.maillon.db.DatabaseAddress;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a search on the board takes among 50,000 posts, 8 people at once: the sentences of 150 real ones in other orders, with words
 * of their own that nobody else has.
 */
final class SearchBench {

  private static final int POSTS = 50_000;
  private static final int AT_ONCE = 8;

  /** So many are written by one statement. */
  private static final int LOT = 5_000;

  private static final String READER = """
      INSERT INTO member (email, name, state, created_at) VALUES ('m1@bench.test', 'Membre Un', 'active', now());
      INSERT INTO api_token (token_hash, member_id, created_at, expires_at, used_at)
      VALUES (sha256(convert_to('TOKEN1', 'UTF8')), 1, now(), '2040-01-01Z', '2039-01-01Z')
      """;

  private SearchBench() {}

  static void run(DatabaseAddress database, int seconds) throws Exception {
    fill(database);
    var queries = new ArrayList<String>();
    for (String file : List.of("queries", "more")) {
      lines(file).forEach(query -> queries.add(query[0]));
    }
    Vertx vertx = Vertx.vertx();
    try (Child server = Bench.server(List.of(), database)) {
      var load = new Load(vertx, Bench.SERVER_PORT, AT_ONCE);
      var sentence = "searches in %,d posts, %d at once  ".formatted(POSTS, AT_ONCE) + "%s";
      new Bench(seconds, List.of())
          .measured(sentence, load, server, i -> search(queries.get(i % queries.size())));
    }
    vertx.close();
  }

  private static Load.Request search(String typed) {
    return new Load.Request(
        HttpMethod.GET,
        "/api/v1/posts?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8),
        List.of("Authorization", "Bearer " + BenchData.TOKEN + "1"),
        Buffer.buffer(),
        200);
  }

  private static void fill(DatabaseAddress database) throws Exception {
    var random = new Random(20261129);
    var real = lines("posts");
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(READER.replace("TOKEN", BenchData.TOKEN));
      for (int done = 0; done < POSTS; done += LOT) {
        post(
            connection,
            IntStream.range(0, LOT).mapToObj(i -> made(real, random)).toList());
      }
      statement.execute("VACUUM ANALYZE");
      try (var rows = statement.executeQuery("SELECT count(*) FROM board_word")) {
        rows.next();
        Bench.say("%,d posts, %,d words", POSTS, rows.getLong(1));
      }
    }
  }

  private static void post(Connection connection, List<String[]> posts) throws SQLException {
    try (var insert = connection.prepareStatement("""
        INSERT INTO post (author_id, kind, mode, status, title, body, created_at, published_at, expires_at)
        SELECT 1, k, 'free', 'published', t, b, now(), now(), now() + interval '60 days'
          FROM unnest(?::text[], ?::text[], ?::text[]) AS p (k, t, b)
        """)) {
      for (int column = 0; column < 3; column++) {
        int part = column;
        var values = posts.stream().map(post -> post[part]).toArray();
        insert.setArray(column + 1, connection.createArrayOf("text", values));
      }
      insert.execute();
    }
  }

  /** Half a title of one, half of another; a text of two; a word of its own. */
  private static String[] made(List<String[]> real, Random random) {
    var one = real.get(random.nextInt(real.size()));
    var other = real.get(random.nextInt(real.size()));
    String title = half(one[2], 0) + " " + half(other[2], 1) + " " + word(random);
    return new String[] {one[1], title, one[3] + " " + other[3] + " " + word(random)};
  }

  private static String half(String text, int which) {
    int middle = text.indexOf(' ', text.length() / 2);
    if (middle < 0) {
      return text;
    }
    return which == 0 ? text.substring(0, middle) : text.substring(middle + 1);
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append("bcdfglmnprstv".charAt(random.nextInt(13)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("nrslt".charAt(random.nextInt(5))).toString();
  }

  private static List<String[]> lines(String file) throws IOException {
    try (InputStream in =
        SearchBench.class.getResourceAsStream("/search/search-fr-" + file + ".tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
