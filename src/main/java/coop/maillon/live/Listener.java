package coop.maillon.live;

import coop.maillon.web.Credentials;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One open page: what it listens to, and its socket. Touched by the hub's own thread only. */
final class Listener {

  /** A page that is further behind than this is let go: it comes back and catches up. */
  private static final int MOST_WAITING_BYTES = 256 * 1024;

  private static final short GOING_AWAY = 1001;
  private static final short NOT_ALLOWED = 1008;
  private static final short TRY_AGAIN = 1013;
  private static final int SILENT_PINGS = 2;

  private final ServerWebSocket socket;
  private final Optional<Credentials> credentials;
  private Who who;
  private Set<String> topics = Set.of();
  private long from = Long.MAX_VALUE;
  private int unanswered;

  Listener(ServerWebSocket socket, Who who, Optional<Credentials> credentials) {
    this.socket = socket;
    this.who = who;
    this.credentials = credentials;
    socket.setWriteQueueMaxSize(MOST_WAITING_BYTES);
    socket.pongHandler(pong -> unanswered = 0);
  }

  Who who() {
    return who;
  }

  Optional<Credentials> credentials() {
    return credentials;
  }

  Set<String> topics() {
    return topics;
  }

  /** Whether it still has to be told of what has this number. */
  boolean awaits(long seq) {
    return seq > from;
  }

  /** From now on these topics, and what comes after that number. */
  void listen(List<String> wanted, long after) {
    topics = Set.copyOf(wanted);
    from = after;
    var told = new JsonArray(List.copyOf(wanted));
    send(new JsonObject().put("subscribed", told).put("seq", after).encode());
  }

  /** It has been told of everything up to that number. */
  void reached(long seq) {
    from = Math.max(from, seq);
  }

  /** Rights have changed. */
  void become(Who now) {
    who = now;
  }

  void forbid(String topic) {
    topics = topics.stream()
        .filter(other -> !other.equals(topic))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
    send(new JsonObject().put("error", "forbidden").put("topic", topic).encode());
  }

  void send(String text) {
    if (socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(TRY_AGAIN, "too slow");
      return;
    }
    socket.writeTextMessage(text);
  }

  void ping() {
    if (++unanswered > SILENT_PINGS) {
      close(GOING_AWAY, "silent");
    } else if (!socket.isClosed()) {
      socket.writePing(Buffer.buffer("m"));
    }
  }

  void signOut() {
    close(NOT_ALLOWED, "signed out");
  }

  /** It could not be told of something: it comes back and catches up. */
  void sendBack() {
    close(TRY_AGAIN, "come back");
  }

  private void close(short status, String reason) {
    topics = Set.of();
    Future<Void> closed =
        socket.isClosed() ? Future.succeededFuture() : socket.close(status, reason);
    closed.otherwiseEmpty();
  }
}
