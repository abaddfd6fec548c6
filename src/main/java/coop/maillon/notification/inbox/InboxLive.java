package coop.maillon.notification.inbox;

import coop.maillon.db.Database;
import coop.maillon.event.Event;
import coop.maillon.live.Channel;
import coop.maillon.live.Message;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Notifier;
import coop.maillon.notification.preference.Preference;
import coop.maillon.notification.preference.Preferences;
import coop.maillon.notification.preference.Topic;
import coop.maillon.web.Views;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows a new message on the open pages of its reader: the count on the bell, and one sentence. */
final class InboxLive implements Channel {

  private static final String TOPIC = "inbox";

  private final InboxStore store;
  private final Notifier notifier;
  private final Preferences preferences;
  private final Views views;

  InboxLive(Database database, Notifier notifier, Preferences preferences, Views views) {
    this.store = new InboxStore(database);
    this.notifier = notifier;
    this.preferences = preferences;
    this.views = views;
  }

  @Override
  public String prefix() {
    return TOPIC;
  }

  /** Everybody has an inbox, and reads their own only. */
  @Override
  public Future<Boolean> admits(Who reader, String topic) {
    return Future.succeededFuture(topic.equals(TOPIC));
  }

  @Override
  public Set<String> topics(Event event) {
    return Notifier.tells(event) ? Set.of(TOPIC) : Set.of();
  }

  /** Once the event is told, by whichever node; not before, or its messages would be missed. */
  @Override
  public Future<Telling> tell(Event event, Set<String> heard) {
    return notifier
        .told(event.seq())
        .compose(told -> store.ofEvent(event.seq()))
        .compose(arrivals -> preferences.of(readers(arrivals)).map(wanted -> {
          Map<MemberId, Arrival> byReader = arrivals.stream()
              .collect(Collectors.toMap(one -> one.message().member(), Function.identity()));
          return (reader, topic) -> Optional.ofNullable(byReader.get(new MemberId(reader.id())))
              .map(one -> say(one, reader, wanted));
        }));
  }

  private static List<MemberId> readers(List<Arrival> arrivals) {
    return arrivals.stream().map(one -> one.message().member()).toList();
  }

  /** Not what was read already, nor what its reader wants to find by themselves. */
  private static boolean isSaid(Arrival arrival, Map<MemberId, Preference> wanted) {
    var topic = Topic.of(arrival.message().kind());
    return !arrival.message().read()
        && Optional.ofNullable(wanted.get(arrival.message().member()))
            .filter(reader -> reader.choice(topic).live())
            .isPresent();
  }

  private Message say(Arrival arrival, Who reader, Map<MemberId, Preference> wanted) {
    var words = views.messages().in(reader.language());
    var data = InboxApi.json(arrival.message(), words).put("unread", arrival.unread());
    if (isSaid(arrival, wanted)) {
      data.put("sentence", data.getString("title"));
    }
    var bell = views.fragment("shared/_unread", Bell.of(arrival.unread()), reader.language());
    return new Message(arrival.message().kind(), Optional.of(bell), data);
  }

  /** A message just written, and how many its reader has not read with it. */
  record Arrival(InboxMessage message, int unread) {}

  /** What shared/_unread shows. */
  record Bell(boolean anyUnread, int unread) {

    static Bell of(int unread) {
      return new Bell(unread > 0, unread);
    }
  }
}
