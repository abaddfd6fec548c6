package coop.maillon.event;

import static coop.maillon.support.TestApp.done;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.db.Bell;
import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events reach every node once, in order of number, whoever committed first. */
class RelayTest {

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress address = TestDatabase.fresh();
  private final List<Node> nodes = new ArrayList<>();

  /** A node of the program, as far as events go. */
  private final class Node {

    private final Database database = Database.open(vertx, address.connectOptions(), 12, 256);
    private final Relay relay = new Relay(vertx, database);
    private final Events events = new Events(database, relay, Clock.systemUTC());
    private final Bell bell = Bell.on(vertx, address.connectOptions(), Relay.CHANNEL, relay::hear);
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    Node() {
      nodes.add(this);
      events.listen(heard::addAll);
      done(relay.start().compose(started -> bell.start()));
    }

    Future<Void> say(int i) {
      return database.transaction(tx -> events.publish(tx, "test", new JsonObject().put("i", i)));
    }

    List<Event> hears(int many) throws InterruptedException {
      var events = new ArrayList<Event>();
      while (events.size() < many) {
        Event event = heard.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("event %d of %d", events.size() + 1, many).isNotNull();
        events.add(event);
      }
      return events;
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(node ->
        done(node.bell.stop().eventually(node.relay::stop).eventually(node.database::close)));
    done(vertx.close());
  }

  @Test
  void twoHundredChangesAtOnceAreToldOnceEachInOrderOnBothNodes() throws Exception {
    Node one = new Node();
    Node other = new Node();
    done(Future.all(
        IntStream.range(0, 200).mapToObj(i -> (i % 2 == 0 ? one : other).say(i)).toList()));
    for (Node node : nodes) {
      List<Event> told = node.hears(200);
      assertThat(told).extracting(Event::seq).isSorted().doesNotHaveDuplicates();
      assertThat(told).extracting(event -> event.data().getInteger("i")).doesNotHaveDuplicates();
      assertThat(node.heard).isEmpty();
    }
  }

  @Test
  void whatWasRolledBackIsNeverTold() throws Exception {
    Node node = new Node();
    done(node.database.transaction(tx -> node.events
        .publish(tx, "test", new JsonObject().put("i", 1))
        .compose(written -> tx.rollback())));
    done(node.say(2));
    assertThat(node.hears(1)).extracting(event -> event.data().getInteger("i")).containsExactly(2);
  }
}
