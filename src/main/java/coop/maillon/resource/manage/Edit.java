package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a draft changes about the units of a resource, as the catalogue stands under the locks. */
record Edit(Resource before, Catalogue catalogue, ResourceDraft draft) {

  /** Its units that go away. */
  List<UnitId> leaving() {
    var staying = draft.units().stream().flatMap(unit -> unit.id().stream()).toList();
    return before.units().stream()
        .map(Unit::id)
        .filter(unit -> !staying.contains(unit))
        .toList();
  }

  /** The resources whose bookings would no longer lie on all the units they are made of. */
  List<ResourceId> uprooted() {
    if (!Set.copyOf(before.parts()).equals(Set.copyOf(draft.parts()))) {
      return Stream.concat(Stream.of(before.id()), wholesOf(before.id())).toList();
    }
    boolean hasOtherUnits = !leaving().isEmpty()
        || draft.units().stream().anyMatch(unit -> unit.id().isEmpty());
    return hasOtherUnits ? wholesOf(before.id()).toList() : List.of();
  }

  /** The units it had, itself or through its parts: a closure may no longer reach them. */
  List<UnitId> hadUnits() {
    return catalogue.leafUnits(before).stream().map(Unit::id).toList();
  }

  private Stream<ResourceId> wholesOf(ResourceId part) {
    return catalogue.resources().stream()
        .filter(resource -> resource.parts().contains(part))
        .flatMap(whole -> Stream.concat(Stream.of(whole.id()), wholesOf(whole.id())));
  }
}
