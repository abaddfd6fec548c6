package coop.maillon.booking.planning;

import coop.maillon.booking.Visibility;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One reader's eyes on the ledger of one site: the rules of {@link Visibility}, without reading each
 * booking whole. Where a booking spans sites, a coordinator of the other one reads its title on the other planning only.
 *
 * @param invited the bookings of others that the reader takes part in
 */
record Eyes(Who who, Site site, Set<Long> invited) {

  List<Taken> see(List<Raw> raws) {
    var seen = new ArrayList<Taken>(raws.size());
    raws.forEach(raw -> seen.add(see(raw)));
    return seen;
  }

  /** All readers of one kind see the same of these rows. */
  record Kind(boolean coordinates, boolean guest, long alone) {}

  /** Whoever has a part in one of the rows is a kind of their own. */
  Kind kind(List<Raw> raws) {
    boolean hasPart = raws.stream()
        .anyMatch(raw -> raw.member() == who.id() || invited.contains(raw.open().id()));
    return new Kind(who.mayCoordinate(site.id().value()), who.guest(), hasPart ? who.id() : 0);
  }

  private Taken see(Raw raw) {
    Taken open = raw.open();
    if (open.sort() == Taken.Sort.CLOSED) {
      return open;
    }
    return open.seen(sight(raw));
  }

  private Sight sight(Raw raw) {
    if (raw.member() == who.id()) {
      return Sight.MINE;
    }
    if (raw.open().sort() == Taken.Sort.HELD) {
      return Sight.TIME;
    }
    if (invited.contains(raw.open().id()) || who.mayCoordinate(site.id().value())) {
      return Sight.TITLE;
    }
    boolean named = !raw.secret() && !raw.guarded() && Visibility.namesBookers(who, site);
    return named ? Sight.NAME : Sight.TIME;
  }

  /** Diane Roussel is Diane R. */
  static String shortened(String name) {
    int last = name.lastIndexOf(' ');
    return last < 0 ? name : name.substring(0, name.indexOf(' ') + 1) + initial(name, last + 1);
  }

  private static String initial(String name, int at) {
    return at >= name.length()
        ? ""
        : name.substring(at, name.offsetByCodePoints(at, 1)).toUpperCase(Locale.ROOT) + ".";
  }
}
