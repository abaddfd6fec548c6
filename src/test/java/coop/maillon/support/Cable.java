package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the server reaches its database by, and a test can cut. */
public final class Cable implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseAddress database;
  private final List<NetSocket> ends = new CopyOnWriteArrayList<>();
  // Kept: one that nobody holds is closed by the garbage collector, with all its connections.
  private final NetClient far = vertx.createNetClient();
  private final AtomicInteger crossings = new AtomicInteger();
  private NetServer server;
  private final int port;

  public Cable(DatabaseAddress database) {
    this.database = database;
    this.server = plugged(0);
    this.port = server.actualPort();
  }

  public String url() {
    return "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable"
        .formatted(database.user(), database.password(), port, database.name());
  }

  public void cut() {
    TestApp.done(server.close());
    ends.forEach(NetSocket::close);
  }

  public void mend() {
    server = plugged(port);
  }

  /** How many lots have come from the server so far: one for each of its writes that found the other end waiting. */
  public int crossings() {
    return crossings.get();
  }

  @Override
  public void close() {
    TestApp.done(vertx.close());
  }

  private NetServer plugged(int onPort) {
    return TestApp.done(
        vertx.createNetServer().connectHandler(this::connect).listen(onPort, "127.0.0.1"));
  }

  private void connect(NetSocket client) {
    ends.add(client);
    client.pause();
    far.connect(database.port(), database.host()).onSuccess(end -> {
      client.handler(lot -> {
        crossings.incrementAndGet();
        end.write(lot);
      });
      client.endHandler(gone -> end.end());
      client.resume();
      end.pipeTo(client);
    });
  }
}
