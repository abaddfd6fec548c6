package coop.maillon.report;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what was open was booked. Open is what the rules of today say, holidays and exceptions included, without what was
 * closed; a whole is as busy as the units of its parts.
 */
final class Utilisation {

  private final Scope scope;
  private final Catalogue catalogue;
  private final Map<UnitId, UnitUse> uses;
  private final Map<ZoneId, HourGrid> grids = new HashMap<>();

  private Utilisation(Scope scope, Catalogue catalogue, Map<UnitId, UnitUse> uses) {
    this.scope = scope;
    this.catalogue = catalogue;
    this.uses = uses;
  }

  /** One resource, and how many units it lies on. */
  record Line(Resource resource, int units, Heat heat) {}

  /** Each resource of the scope by itself. */
  static List<Line> of(Scope scope, Catalogue catalogue, Map<UnitId, UnitUse> uses) {
    var utilisation = new Utilisation(scope, catalogue, uses);
    return scope.resources().stream().map(utilisation::line).toList();
  }

  /** All together, each unit once: parts speak for their whole, which speaks for itself only where it is alone. */
  static Heat sum(List<Line> lines) {
    var apart = lines.stream().filter(line -> !line.resource().isWhole()).toList();
    return (apart.isEmpty() ? lines : apart).stream().map(Line::heat).reduce(Heat.NONE, Heat::plus);
  }

  private Line line(Resource resource) {
    ZoneId zone = resource.site().zone();
    TimeSlot window = scope.window(resource);
    var grid = grids.computeIfAbsent(zone, one -> HourGrid.of(zone, window));
    var open = resource.policy().openingHours().openIn(zone, window);
    List<Unit> units = catalogue.leafUnits(resource);
    Heat heat = units.stream()
        .map(unit -> uses.getOrDefault(unit.id(), UnitUse.none(unit.id())))
        .map(use -> heat(grid, open, use))
        .reduce(Heat.NONE, Heat::plus);
    return new Line(resource, units.size(), heat);
  }

  private static Heat heat(HourGrid grid, List<TimeSlot> hours, UnitUse use) {
    var open = Stretches.without(hours, use.closed());
    return Heat.of(grid, open, Stretches.common(open, use.booked()));
  }
}
