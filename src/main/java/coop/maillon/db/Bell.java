package coop.maillon.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;

/** Hears what PostgreSQL is told by NOTIFY on one channel, and comes back to it after a broken connection. */
public final class Bell {

  private static final long AGAIN_MS = 1000;

  private final PgSubscriber subscriber;

  private Bell(PgSubscriber subscriber) {
    this.subscriber = subscriber;
  }

  /** Rings at every notice, and once whenever the connection stands again: something may have been missed. */
  public static Bell on(Vertx vertx, PgConnectOptions server, String channel, Runnable ring) {
    PgSubscriber subscriber = PgSubscriber.subscriber(vertx, server);
    subscriber.reconnectPolicy(tries -> AGAIN_MS);
    subscriber
        .channel(channel)
        .subscribeHandler(subscribed -> ring.run())
        .handler(notice -> ring.run());
    return new Bell(subscriber);
  }

  public Future<Void> start() {
    return subscriber.connect();
  }

  public Future<Void> stop() {
    return subscriber.close();
  }
}
