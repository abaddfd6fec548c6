package coop.maillon;

import coop.maillon.live.Channel;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;

/** A part of the program beside people and bookings: its ways in, what it tells open pages, what time does in it. */
interface Part {

  default void mount(RouteTable routes) {}

  default List<Channel> channels() {
    return List.of();
  }

  /** By one node at a time. */
  default Future<Void> everyMinute() {
    return Future.succeededFuture();
  }

  /** By one node at a time. */
  default Future<Void> everyHour() {
    return Future.succeededFuture();
  }
}
