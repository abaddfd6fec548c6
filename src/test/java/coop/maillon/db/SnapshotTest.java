package coop.maillon.db;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several reads of one moment. */
class SnapshotTest {

  private static final String NAMES = "SELECT name FROM site ORDER BY name";

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress address = TestDatabase.fresh();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(vertx, address.connectOptions(), 2, 8);
    site("lyon");
  }

  @AfterEach
  void close() {
    TestApp.done(database.close());
    TestApp.done(vertx.close());
  }

  @Test
  void whatIsWrittenMeanwhileIsNotSeen() {
    var seen = TestApp.done(database.snapshot(tx -> tx.run(NAMES)
        .compose(before -> database.run(
            "INSERT INTO site (slug, name, zone) VALUES ('grenoble', 'grenoble', 'Europe/Paris')"))
        .compose(written -> tx.run(NAMES))));

    assertThat(seen.size()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenInIt() {
    var answer = database.snapshot(tx -> tx.run("DELETE FROM site"));

    assertThat(TestApp.done(answer.map("written").otherwise("refused"))).isEqualTo("refused");
    assertThat(TestDatabase.ask(address, "SELECT count(*) FROM site")).containsExactly("1");
  }

  @Test
  void aLongAnswerComesInLotsAndAnEmptyOneOnce() {
    site("grenoble");
    site("saint-denis");
    var lots = new ArrayList<Integer>();

    TestApp.done(database.snapshot(tx -> tx.each(new Tx.Paged(NAMES, 2), rows -> {
          lots.add(rows.size());
          return Future.succeededFuture();
        })
        .compose(done -> tx.each(
            new Tx.Paged("SELECT id FROM booking WHERE id = $1", 2),
            rows -> {
              lots.add(rows.size());
              return Future.succeededFuture();
            },
            1L))));

    assertThat(lots).isEqualTo(List.of(2, 1, 0));
  }

  private void site(String slug) {
    TestDatabase.run(
        address,
        "INSERT INTO site (slug, name, zone) VALUES ('%s', '%s', 'Europe/Paris')"
            .formatted(slug, slug));
  }
}
