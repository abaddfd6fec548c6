package coop.maillon.booking.planning;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A change with all that is needed to tell it to anybody. */
record LiveScene(Changed changed, Optional<Booking> booking, Catalogue catalogue, Instant now) {

  /** One day on which something changed: the resources whose rows did, and all that lies on them. */
  record OneDay(Day day, List<Resource> touched, List<Raw> raws) {}

  /** What decides how it is told: readers with the same are told the same. */
  record Variant(Sight sight, Rights rights, String language) {}

  /** Whether the reader may change the booking. */
  enum Rights {
    CHANGE,
    READ
  }

  Variant variant(Who who) {
    return booking
        .map(whole -> Visibility.of(whole, who, catalogue))
        .map(visible -> new Variant(
            Sight.of(visible), visible.mayChange() ? Rights.CHANGE : Rights.READ, who.language()))
        .orElseGet(() -> new Variant(
            changed.holder().filter(holder -> holder == who.id()).isPresent()
                ? Sight.MINE
                : Sight.TIME,
            Rights.READ,
            who.language()));
  }

  /** The resources of the site that it is about, and those that share a unit with them. */
  List<Resource> touched(Site site) {
    return changed.resources().stream()
        .flatMap(id -> catalogue.resource(id).stream())
        .flatMap(catalogue::sharing)
        .distinct()
        .filter(resource -> resource.site().equals(site) && !resource.isRetired())
        .toList();
  }
}
