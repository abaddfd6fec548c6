package coop.maillon.notification.inbox;

import coop.maillon.db.Database;
import coop.maillon.live.Channel;
import coop.maillon.notification.Notifications;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import java.time.Clock;
import java.time.ZoneId;

/** The reading of messages put together. */
public final class Inboxes {

  private final Inbox inbox;
  private final InboxLive live;
  private final ZoneId zone;

  /** @param clock with the zone in which the days of lists are told apart */
  public Inboxes(Notifications notifications, Database database, Clock clock, Views views) {
    this.zone = clock.getZone();
    this.inbox = new Inbox(database, clock);
    this.live =
        new InboxLive(database, notifications.notifier(), notifications.preferences(), views);
  }

  public void mount(RouteTable routes) {
    new InboxRoutes(inbox, zone).mount(routes);
    new InboxApi(inbox).mount(routes);
  }

  /** What open pages are told of new messages. */
  public Channel live() {
    return live;
  }
}
