package coop.maillon.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** So many connections to this machine, each asking again as soon as it is answered, for a bounded time. */
final class Load {

  private static final int STRETCH_SECONDS = 4;
  private static final int LEAST_STRETCHES = 20;
  private static final int MOST_STRETCHES = 25;

  private final Vertx vertx;
  private final NetClient client;
  private final int port;
  private final int connections;
  private final AtomicInteger next = new AtomicInteger();

  Load(Vertx vertx, int port, int connections) {
    this.vertx = vertx;
    this.port = port;
    this.connections = connections;
    client = vertx.createNetClient();
  }

  /** One thing to ask for, and the status that answers it. */
  record Request(HttpMethod method, String path, List<String> headers, Buffer body, int expected) {

    Buffer bytes() {
      var head = new StringBuilder()
          .append(method)
          .append(' ')
          .append(path)
          .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
      for (int i = 0; i < headers.size(); i += 2) {
        head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
      }
      head.append("Content-Length: ").append(body.length()).append("\r\n\r\n");
      return Buffer.buffer(head.toString()).appendBuffer(body);
    }
  }

  /** Until the compiler is done with it: twenty stretches at least, and three one after the other that bring no more than the best before. */
  void settle(IntFunction<Request> requests) throws Exception {
    double best = 0;
    int stale = 0;
    for (int i = 0; i < LEAST_STRETCHES || i < MOST_STRETCHES && stale < 3; i++) {
      double rate = measure(STRETCH_SECONDS, requests).perSecond();
      stale = rate > best * 1.05 ? 0 : stale + 1;
      best = Math.max(best, rate);
    }
  }

  /** Asks for the i-th, the next and so on, for so many seconds. */
  Figures measure(int seconds, IntFunction<Request> requests) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var runs = new ArrayList<Run>();
    var context = vertx.getOrCreateContext();
    for (int i = 0; i < connections; i++) {
      var run = new Run(requests, end);
      runs.add(run);
      context.runOnContext(go -> Asker.connect(client, port)
          .onSuccess(run::ask)
          .onFailure(run.done::completeExceptionally));
    }
    for (Run run : runs) {
      run.done.get(seconds + 60L, TimeUnit.SECONDS);
    }
    double[] millis = runs.stream()
        .flatMap(run -> run.millis.stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
    int wrong = runs.stream().mapToInt(run -> run.wrong).sum();
    return Figures.of(seconds, millis, wrong, runs.get(0).bytes);
  }

  /** One connection's work. */
  private final class Run {

    private final List<Double> millis = new ArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final IntFunction<Request> requests;
    private final long end;
    private int wrong;
    private int bytes;

    Run(IntFunction<Request> requests, long end) {
      this.requests = requests;
      this.end = end;
    }

    void ask(Asker by) {
      if (System.nanoTime() >= end) {
        by.close();
        done.complete(null);
        return;
      }
      Request request = requests.apply(next.getAndIncrement());
      long start = System.nanoTime();
      by.ask(request.bytes())
          .onSuccess(answer -> {
            millis.add((System.nanoTime() - start) / 1e6);
            wrong += answer.status() == request.expected() ? 0 : 1;
            bytes = answer.bytes();
            ask(by);
          })
          .onFailure(done::completeExceptionally);
    }
  }
}
