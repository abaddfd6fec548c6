package coop.maillon.screen;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.session.Secret;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.Unit;
import coop.maillon.screen.Screen.Taken;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Displays: hung up and taken down by coordinators, read by whoever stands before them. */
final class Screens {

  private final ScreenStore store = new ScreenStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Events events;
  private final Clock clock;

  Screens(Database database, Catalogues catalogues, Events events, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.events = events;
    this.clock = clock;
  }

  /** What a display shows at this moment. */
  record Shown(
      Screen screen, Site site, List<Resource> resources, Catalogue catalogue, List<Taken> taken) {

    ZoneId zone() {
      return site.zone();
    }
  }

  /** The only moment at which its secret is known; empty where they do not coordinate the site. */
  Future<Optional<Secret>> hang(Who who, Screen screen) {
    return catalogues
        .fresh()
        .compose(catalogue -> site(screen, catalogue)
            .filter(site -> who.mayCoordinate(site.id().value()))
            .map(site -> insert(who, screen, site).map(Optional::of))
            .orElse(Future.succeededFuture(Optional.empty())));
  }

  private Future<Secret> insert(Who who, Screen screen, Site site) {
    var secret = Secret.fresh();
    var made = new ScreenStore.Made(who.id(), clock.instant());
    return database.transaction(tx -> store
        .insert(tx, secret.hash(), screen, made)
        .compose(id -> events.publish(
            tx,
            "screen.made",
            new JsonObject()
                .put("screen", id)
                .put("actor", who.id())
                .put("sites", new JsonArray().add(site.id().value()))))
        .map(secret));
  }

  /** Those of the sites that somebody coordinates. */
  Future<List<Screen>> of(Who who) {
    return catalogues
        .fresh()
        .compose(catalogue -> store
            .all(database)
            .map(all -> all.stream()
                .filter(screen -> site(screen, catalogue)
                    .filter(site -> who.mayCoordinate(site.id().value()))
                    .isPresent())
                .toList()));
  }

  /** Whether there was such a display of theirs. */
  Future<Boolean> takeDown(Who who, long id) {
    return of(who)
        .compose(theirs -> theirs.stream().anyMatch(screen -> screen.id() == id)
            ? database.transaction(tx -> store
                .revoke(tx, id, clock.instant())
                .compose(done -> events.publish(
                    tx,
                    "screen.revoked",
                    new JsonObject().put("screen", id).put("actor", who.id())))
                .map(true))
            : Future.succeededFuture(false));
  }

  /** Empty where the link opens nothing, or not that place. */
  Future<Optional<Shown>> show(String slug, Secret secret) {
    return catalogues
        .fresh()
        .compose(catalogue -> store
            .bySecret(database, secret.hash())
            .compose(found -> found
                .filter(screen -> slugOf(screen, catalogue).equals(slug))
                .map(screen -> shown(screen, catalogue).map(Optional::of))
                .orElse(Future.succeededFuture(Optional.empty()))));
  }

  private Future<Shown> shown(Screen screen, Catalogue catalogue) {
    var site = site(screen, catalogue).orElseThrow();
    var resources = screen
        .resource()
        .flatMap(id -> catalogue.resource(new ResourceId(id)))
        .map(List::of)
        .orElseGet(() -> catalogue.inService(site.id()));
    var units = resources.stream()
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(Unit::id)
        .map(id -> id.value())
        .distinct()
        .toList();
    var now = clock.instant();
    var midnight = now.atZone(site.zone()).toLocalDate().plusDays(1).atStartOfDay(site.zone());
    return store
        .seen(database, screen.id(), now)
        .compose(done -> store.taken(database, units, now, midnight.toInstant()))
        .map(taken -> new Shown(screen, site, resources, catalogue, taken));
  }

  static String slugOf(Screen screen, Catalogue catalogue) {
    return screen
        .resource()
        .flatMap(id -> catalogue.resource(new ResourceId(id)))
        .map(Resource::slug)
        .or(() -> site(screen, catalogue).map(Site::slug))
        .orElse("");
  }

  static Optional<Site> site(Screen screen, Catalogue catalogue) {
    return screen
        .resource()
        .flatMap(id -> catalogue.resource(new ResourceId(id)))
        .map(Resource::site)
        .or(() -> screen.site().flatMap(id -> catalogue.site(new SiteId(id))));
  }
}
