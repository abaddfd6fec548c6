package coop.maillon.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page that listens on the live socket. */
public final class Ear implements WebSocket.Listener {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private volatile int closed;

  private Ear(URI uri, List<String> headers) {
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.size(); i += 2) {
      builder.header(headers.get(i), headers.get(i + 1));
    }
    socket = builder.buildAsync(uri, this).join();
  }

  /** By token, as programs listen. */
  public static Ear of(Coop coop, String name) {
    return new Ear(uri(coop), List.of("Authorization", "Bearer token-" + name));
  }

  /** By session, as pages listen. */
  static Ear ofPage(Coop coop, String name, String origin) {
    return new Ear(uri(coop), List.of("Cookie", "sid=session-" + name, "Origin", origin));
  }

  static Ear ofPageWithoutOrigin(Coop coop, String name) {
    return new Ear(uri(coop), List.of("Cookie", "sid=session-" + name));
  }

  private static URI uri(Coop coop) {
    return URI.create(coop.app().at("/live").toString().replace("http:", "ws:"));
  }

  public Ear subscribe(String... topics) {
    return ask(new JsonObject().put("subscribe", new JsonArray(List.of(topics))));
  }

  Ear subscribe(long after, String... topics) {
    return ask(
        new JsonObject().put("subscribe", new JsonArray(List.of(topics))).put("after", after));
  }

  private Ear ask(JsonObject question) {
    say(question.encode());
    return this;
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  /** The next message, awaited for five seconds. */
  public JsonObject next() {
    return poll(5000).orElseThrow(() -> new AssertionError("nothing was heard"));
  }

  public Optional<JsonObject> poll(long millis) {
    try {
      return Optional.ofNullable(heard.poll(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** What is in the air already, without waiting for more. */
  Stream<JsonObject> sofar() {
    return Stream.generate(() -> poll(0)).takeWhile(Optional::isPresent).flatMap(Optional::stream);
  }

  void hearsNothing() {
    assertThat(poll(400)).isEmpty();
  }

  /** Cuts the line, without a word. */
  public void cut() {
    socket.abort();
  }

  int closedWith() {
    return closed;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(new JsonObject(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return java.util.concurrent.CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed = status;
    return java.util.concurrent.CompletableFuture.completedFuture(null);
  }
}
