package coop.maillon.calendar;

import coop.maillon.booking.CalendarScope;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The links by which calendars subscribe, and the page on which their owner makes and closes them. */
public final class FeedRoutes {

  private static final String HOME = "/me/calendars";
  private static final String ENDING = ".ics";

  private final Feeds feeds;
  private final Catalogues catalogues;
  private final Messages messages;
  private final String linkBase;
  private final Vertx vertx;

  /** What the routes stand on. */
  public record Ground(
      Database database,
      Catalogues catalogues,
      BookingReads bookings,
      Events events,
      Clock clock,
      Vertx vertx) {}

  /** @param linkBase the address of this server, without a slash at the end */
  public FeedRoutes(Ground ground, Messages messages, String linkBase) {
    this.feeds = new Feeds(ground.database(), ground.bookings(), ground.events(), ground.clock());
    this.catalogues = ground.catalogues();
    this.vertx = ground.vertx();
    this.messages = messages;
    this.linkBase = linkBase;
  }

  /** Closes every link of somebody who leaves. */
  public Future<Void> closeAll(MemberId owner) {
    return feeds.revokeAll(owner);
  }

  public void mount(RouteTable routes) {
    routes.get(
        HOME,
        Access.SIGNED_IN,
        ask -> page(ask, Optional.empty()).map(page -> Answer.page("calendar/feeds", page)));
    routes.post(HOME, Access.SIGNED_IN, this::make);
    routes.post(HOME + "/:id/revocation", Access.SIGNED_IN, this::revoke);
    routes.get("/calendar/:token", Access.ANYONE, this::read);
  }

  private Future<Answer> make(Ask ask) {
    var label = ask.form("label").orElse("").strip();
    if (label.isEmpty() || label.length() > Feeds.LONGEST_LABEL) {
      var problem = ask.words().say("calendar.label.missing", "max", Feeds.LONGEST_LABEL);
      return refused(ask, page -> page.withLabelProblem(label, problem));
    }
    return catalogues
        .fresh()
        .compose(catalogue -> scope(ask.who(), ask.form("what").orElse(""), catalogue)
            .map(scope -> feeds
                .make(ask.who(), scope, label)
                .compose(secret -> page(ask, Optional.of(link(secret))))
                .map(page -> Answer.page("calendar/feeds", page)))
            .orElseGet(() -> Future.succeededFuture(Answer.notFound())));
  }

  private String link(Secret secret) {
    return linkBase + "/calendar/" + secret.value() + ENDING;
  }

  private Future<Answer> revoke(Ask ask) {
    return Ids.read(ask.path("id"))
        .map(id -> feeds
            .revoke(ask.who(), id)
            .map(gone -> gone
                ? Answer.seeOther(HOME).saying(ask.words().say("calendar.revoked"))
                : Answer.notFound()))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> read(Ask ask) {
    var token = ask.path("token");
    return token.endsWith(ENDING)
        ? feeds
            .read(new Secret(token.substring(0, token.length() - ENDING.length())))
            .compose(found -> found
                .map(content -> file(content, ask))
                .orElseGet(() -> Future.succeededFuture(Answer.notFound())))
        : Future.succeededFuture(Answer.notFound());
  }

  private Future<Answer> file(Feeds.Content content, Ask ask) {
    var owner = content.owner();
    var words = messages.in(owner.language());
    var catalogue = content.read().catalogue();
    var appointments = new Appointments(owner, words, catalogue, linkBase)
        .of(content.read().bookings(), content.feed().scope());
    var name = words.say(
        "calendar.name", "what", FeedsPage.what(content.feed().scope(), words, catalogue));
    // The moment of writing is no change of what is written.
    var tag = UUID.nameUUIDFromBytes((name + appointments).getBytes(StandardCharsets.UTF_8));
    return vertx
        .executeBlocking(() -> Ics.feed(name, appointments, ask.now()))
        .map(text -> Answer.download(Ics.TYPE, "", Buffer.buffer(text))
            .with("ETag", "\"" + tag + "\"")
            .with("Cache-Control", "private, no-cache"));
  }

  private static Optional<CalendarScope> scope(Who who, String what, Catalogue catalogue) {
    if (what.equals("mine")) {
      return Optional.of(new CalendarScope(CalendarScope.Of.MEMBER, who.id()));
    }
    String[] pair = what.split(":", 2);
    var id = pair.length < 2 ? Optional.<Long>empty() : Ids.read(pair[1]);
    return pair[0].equals("site")
        ? id.map(SiteId::new)
            .flatMap(catalogue::site)
            .filter(site -> who.maySee(site.id().value()))
            .map(site -> new CalendarScope(CalendarScope.Of.SITE, site.id().value()))
        : id.map(ResourceId::new)
            .flatMap(catalogue::resource)
            .filter(one -> who.maySee(one.site().id().value()))
            .map(one -> new CalendarScope(CalendarScope.Of.RESOURCE, one.id().value()));
  }

  private Future<Answer> refused(Ask ask, UnaryOperator<FeedsPage> change) {
    return page(ask, Optional.empty())
        .map(page -> Answer.refused("calendar/feeds", change.apply(page)));
  }

  private Future<FeedsPage> page(Ask ask, Optional<String> made) {
    return feeds
        .of(ask.who())
        .compose(
            mine -> catalogues.fresh().map(catalogue -> FeedsPage.of(ask, mine, catalogue, made)));
  }
}
