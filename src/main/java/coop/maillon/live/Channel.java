package coop.maillon.live;

import coop.maillon.event.Event;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** A feature's part in what open pages are told: its topics, who may hear of them, and what is said. */
public interface Channel {

  /** What an event is to each of those who hear of it. Asked on the event loop: whatever waits was read before. */
  @FunctionalInterface
  interface Telling {

    /** Empty where this reader is told nothing. The same object for two readers is sent to both as the same bytes. */
    Optional<Message> to(Who reader, String topic);
  }

  /** What its topics begin with, up to a colon or the end: `planning`, `inbox`. */
  String prefix();

  /** Whether there is such a topic and this reader may hear of it. */
  Future<Boolean> admits(Who reader, String topic);

  /** The topics that the event concerns, by its data alone. */
  Set<String> topics(Event event);

  /**
   * Reads what is needed to tell of the event.
   *
   * @param heard those of its topics that somebody listens to; never empty
   */
  Future<Telling> tell(Event event, Set<String> heard);
}
