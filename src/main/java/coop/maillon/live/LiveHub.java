package coop.maillon.live;

import coop.maillon.event.Event;
import coop.maillon.event.Events;
import coop.maillon.web.Access;
import coop.maillon.web.Ask;
import coop.maillon.web.Credentials;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages what happens, in order of number. Telling, subscribing and catching up are done one after the other:
 * who catches up is told what was told before, then listens, so nothing falls between and nothing comes twice.
 */
public final class LiveHub {

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final long PING_MS = 25_000;

  /** Whoever missed more than this reads the page again. */
  private static final int MOST_MISSED = 1000;

  private final Vertx vertx;
  private final Context context;
  private final Events events;
  private final Function<Credentials, Future<Optional<Who>>> whoIs;
  private final List<Channel> channels;
  private final Set<Listener> listeners = new LinkedHashSet<>();
  private Future<Void> work = Future.succeededFuture();
  private volatile long told;

  public LiveHub(
      Vertx vertx,
      Events events,
      Function<Credentials, Future<Optional<Who>>> whoIs,
      List<Channel> channels) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.events = events;
    this.whoIs = whoIs;
    this.channels = List.copyOf(channels);
  }

  public void mount(RouteTable routes) {
    routes.socket("/live", Access.SIGNED_IN, this::open);
  }

  /** Begins to listen; the relay must have started, so that nothing falls between its first number and ours. */
  public Future<Void> start() {
    events.listen(batch -> inTurn(() -> tell(batch)));
    vertx.setPeriodic(
        PING_MS,
        tick -> context.runOnContext(now -> List.copyOf(listeners).forEach(Listener::ping)));
    return events.last().map(last -> {
      told = Math.max(told, last);
      return null;
    });
  }

  /** Sends every page away; each comes back by itself, here or to another node. */
  public Future<Void> stop() {
    return Future.future(sent -> context.runOnContext(now -> {
      List.copyOf(listeners).forEach(Listener::sendBack);
      sent.complete();
    }));
  }

  /** The number of the last event that this node has told. */
  public long seq() {
    return told;
  }

  private void open(Ask ask, ServerWebSocket socket) {
    var listener = new Listener(socket, ask.who(), ask.credentials());
    socket.textMessageHandler(text -> inTurn(() -> subscribe(listener, text)));
    socket.closeHandler(gone -> context.runOnContext(now -> listeners.remove(listener)));
    context.runOnContext(now -> {
      if (!socket.isClosed()) {
        listeners.add(listener);
      }
    });
  }

  /** One thing after the other; what fails is told to the log and stops nothing. */
  private void inTurn(Supplier<Future<Void>> task) {
    context.runOnContext(now -> work = work.compose(done -> task.get()).recover(fault -> {
      LOG.warn("live: {}", fault.toString());
      return Future.succeededFuture();
    }));
  }

  private Future<Void> tell(List<Event> batch) {
    Future<Void> telling = Future.succeededFuture();
    for (Event event : batch) {
      telling = telling.compose(done -> tell(event));
    }
    return telling;
  }

  private Future<Void> tell(Event event) {
    told = Math.max(told, event.seq());
    Future<Void> judged = event.kind().equals("member.access")
        ? judge(event.data().getLong("member", 0L))
        : Future.succeededFuture();
    return judged.compose(done -> tell(event, List.copyOf(listeners)));
  }

  /** Tells these of one event, by each channel that somebody listens to. */
  private Future<Void> tell(Event event, List<Listener> audience) {
    Future<Void> telling = Future.succeededFuture();
    for (Channel channel : channels) {
      Set<String> heard = new LinkedHashSet<>(channel.topics(event));
      List<Listener> hearing = audience.stream()
          .filter(one -> one.awaits(event.seq()) && one.topics().stream().anyMatch(heard::contains))
          .toList();
      heard.removeIf(topic -> hearing.stream().noneMatch(one -> one.topics().contains(topic)));
      if (!heard.isEmpty()) {
        telling = telling.compose(done -> tell(event, channel, heard, hearing));
      }
    }
    return telling;
  }

  private static Future<Void> tell(
      Event event, Channel channel, Set<String> heard, List<Listener> hearing) {
    return channel
        .tell(event, heard)
        .<Void>map(telling -> {
          heard.forEach(topic -> send(event, topic, telling, hearing));
          return null;
        })
        .recover(fault -> {
          LOG.warn("{} {} could not be told: {}", event.kind(), event.seq(), fault.toString());
          hearing.forEach(Listener::sendBack);
          return Future.succeededFuture();
        });
  }

  private static void send(
      Event event, String topic, Channel.Telling telling, List<Listener> hearing) {
    var texts = new IdentityHashMap<Message, String>();
    for (Listener one : hearing) {
      if (one.topics().contains(topic)) {
        telling
            .to(one.who(), topic)
            .map(said -> texts.computeIfAbsent(said, first -> said.text(event.seq(), topic)))
            .ifPresent(one::send);
      }
    }
  }

  private Future<Void> subscribe(Listener listener, String text) {
    return Subscription.read(text)
        .map(wanted -> admitted(listener, wanted.topics())
            .compose(topics -> wanted
                .after()
                .map(after -> catchUp(listener, topics, after))
                .orElseGet(() -> listenFromNow(listener, topics))))
        .orElseGet(() -> {
          listener.send(new JsonObject().put("error", "unreadable").encode());
          return Future.succeededFuture();
        });
  }

  /** The topics that this one may hear; of the others it is told that they are not for it. */
  private Future<List<String>> admitted(Listener listener, List<String> topics) {
    var answers = topics.stream().map(topic -> admits(listener.who(), topic)).toList();
    return Future.all(answers).map(all -> {
      var admitted = new ArrayList<String>();
      for (int i = 0; i < topics.size(); i++) {
        if (answers.get(i).result()) {
          admitted.add(topics.get(i));
        } else {
          listener.forbid(topics.get(i));
        }
      }
      return admitted;
    });
  }

  private Future<Boolean> admits(Who who, String topic) {
    String prefix = topic.contains(":") ? topic.substring(0, topic.indexOf(':')) : topic;
    return channels.stream()
        .filter(channel -> channel.prefix().equals(prefix))
        .findFirst()
        .map(channel -> channel.admits(who, topic))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  private Future<Void> listenFromNow(Listener listener, List<String> topics) {
    listener.listen(topics, told);
    return Future.succeededFuture();
  }

  /** What it missed, up to what has been told; the rest comes with the others'. */
  private Future<Void> catchUp(Listener listener, List<String> topics, long after) {
    return events.after(after, MOST_MISSED + 1).compose(missed -> {
      if (missed.size() > MOST_MISSED) {
        listener.send(new JsonObject().put("reset", true).encode());
        return listenFromNow(listener, topics);
      }
      listener.listen(topics, after);
      Future<Void> telling = Future.succeededFuture();
      for (Event event : missed) {
        if (event.seq() <= told) {
          telling = telling.compose(done -> tell(event, List.of(listener)));
        }
      }
      return telling.map(done -> {
        listener.reached(told);
        return null;
      });
    });
  }

  /** Their rights have changed: whoever is signed out goes, the others hear what they still may. */
  private Future<Void> judge(long member) {
    var theirs = listeners.stream().filter(one -> one.who().id() == member).toList();
    return Future.all(theirs.stream().map(this::judge).toList()).mapEmpty();
  }

  private Future<Void> judge(Listener listener) {
    return listener
        .credentials()
        .map(whoIs)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(now -> {
          if (now.isEmpty()) {
            listener.signOut();
            return Future.succeededFuture();
          }
          listener.become(now.get());
          return admitted(listener, List.copyOf(listener.topics())).mapEmpty();
        });
  }
}
