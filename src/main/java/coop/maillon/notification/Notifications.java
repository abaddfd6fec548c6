package coop.maillon.notification;

import coop.maillon.booking.approval.ApprovalLinks;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.notification.preference.LeaveLinks;
import coop.maillon.notification.preference.LeaveRoutes;
import coop.maillon.notification.preference.PreferenceRoutes;
import coop.maillon.notification.preference.Preferences;
import coop.maillon.notification.preference.Topic;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The package put together: App makes one, mounts it, starts and stops it. */
public final class Notifications {

  private static final Pattern KIND = Pattern.compile("notification\\.([^.]+\\..+)\\.title");

  private final Settings settings;
  private final Preferences preferences;
  private final LeaveLinks leaves;
  private final Set<Topic> told;
  private final Postman postman;
  private final Mails mails;
  private final Notifier notifier;

  public Notifications(Vertx vertx, Settings settings, Views views, Ground ground) {
    var clock = ground.clock().withZone(settings.zone());
    var database = ground.database();
    var server = settings.server().map(address -> new MailServer(vertx, address, settings.from()));
    this.settings = settings;
    var writer =
        new MailWriter(views, new Invitations(settings.publicUrl(), settings.from(), clock));
    this.preferences = new Preferences(database, clock, this::wakePostman);
    this.leaves = new LeaveLinks(database);
    var means = new Leaving.Means(new ApprovalLinks(database, clock), leaves, preferences);
    var leaving = new Leaving(database, writer, means, clock);
    var sorter = new Sorter(database, preferences, clock);
    this.postman = new Postman(vertx, database, new Postman.Means(leaving, sorter, server), clock);
    this.mails = new Mails(database, new Mails.Means(writer, leaving, postman), clock);
    this.notifier = new Notifier(vertx, database, mails, clock);
    this.told = told(views.messages().in("fr"));
  }

  public void mount(RouteTable routes) {
    new QueueRoutes(mails, settings.zone()).mount(routes);
    new PreferenceRoutes(preferences, told).mount(routes);
    new LeaveRoutes(leaves, preferences).mount(routes);
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

  /** What there are words to tell of. */
  private static Set<Topic> told(Words words) {
    return words.keys().stream()
        .map(KIND::matcher)
        .filter(Matcher::matches)
        .map(kind -> Topic.of(kind.group(1)))
        .collect(Collectors.toSet());
  }

  private void wakePostman() {
    postman.wake();
  }

  public Mails mails() {
    return mails;
  }

  public Notifier notifier() {
    return notifier;
  }

  /** What each member wants to be told. */
  public Preferences preferences() {
    return preferences;
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
