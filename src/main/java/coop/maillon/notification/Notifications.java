package coop.maillon.notification;

import coop.maillon.booking.approval.ApprovalLinks;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.live.Channel;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** The package put together: App makes one, mounts it, starts and stops it. */
public final class Notifications {

  private final Settings settings;
  private final Postman postman;
  private final Mails mails;
  private final Inbox inbox;
  private final InboxLive live;
  private final Notifier notifier;

  public Notifications(Vertx vertx, Settings settings, Views views, Ground ground) {
    var clock = ground.clock().withZone(settings.zone());
    var database = ground.database();
    var server = settings.server().map(address -> new MailServer(vertx, address, settings.from()));
    this.settings = settings;
    var writer =
        new MailWriter(views, new Invitations(settings.publicUrl(), settings.from(), clock));
    var leaving = new Leaving(writer, new ApprovalLinks(database, clock));
    this.postman = new Postman(vertx, database, new Postman.Means(leaving, server), clock);
    this.mails = new Mails(database, new Mails.Means(writer, leaving, postman), clock);
    this.inbox = new Inbox(database, clock);
    this.notifier = new Notifier(vertx, database, mails, clock);
    this.live = new InboxLive(database, notifier, views);
  }

  public void mount(RouteTable routes) {
    new InboxRoutes(inbox, settings.zone()).mount(routes);
    new InboxApi(inbox).mount(routes);
    new QueueRoutes(mails, settings.zone()).mount(routes);
  }

  public Future<Void> start(Events events) {
    postman.start();
    notifier.start(events);
    return Future.succeededFuture();
  }

  /** Lets what is under way end. */
  public Future<Void> stop() {
    return Future.join(notifier.stop(), postman.stop()).mapEmpty();
  }

  public Mails mails() {
    return mails;
  }

  public Notifier notifier() {
    return notifier;
  }

  /** What open pages are told of new messages. */
  public Channel live() {
    return live;
  }

  /**
   * Where mail goes and what it says of us.
   *
   * @param publicUrl with which every link starts, without a slash at the end
   * @param server none in the demo, and where none is configured: mail stays queued
   * @param zone in which the days of lists are told apart
   */
  public record Settings(String publicUrl, Optional<URI> server, String from, ZoneId zone) {}

  /** What notifications stand on. */
  public record Ground(Database database, Clock clock) {}
}
