package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One reader's eyes on the ledger of one site: the rules of {@link coop.maillon.booking.Visibility}, without reading each
 * booking whole. Where a booking spans sites, a coordinator of the other one reads its title on the other planning only.
 */
record Eyes(Who who, Site site) {

  List<Taken> see(List<Raw> raws) {
    var seen = new ArrayList<Taken>(raws.size());
    raws.forEach(raw -> seen.add(see(raw)));
    return seen;
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
    if (raw.invited() || who.mayCoordinate(site.id().value())) {
      return Sight.TITLE;
    }
    boolean named = !who.guest() && !raw.secret() && !raw.guarded() && site.namesBookers();
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
