package coop.maillon.exchange;

import coop.maillon.booking.act.Bookings;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.account.Members;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.manage.Resources;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What files in and out stand on. */
public record Ground(
    Database database,
    Catalogues catalogues,
    Bookings bookings,
    Resources resources,
    Members members,
    Events events,
    Clock clock,
    Vertx vertx) {}
