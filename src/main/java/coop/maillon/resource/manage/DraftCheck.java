package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a draft holds together in the catalogue as it is. */
final class DraftCheck {

  private final ResourceDraft draft;
  private final Optional<Resource> before;
  private final Catalogue catalogue;
  private final List<Fault> faults = new ArrayList<>();

  private DraftCheck(ResourceDraft draft, Optional<Resource> before, Catalogue catalogue) {
    this.draft = draft;
    this.before = before;
    this.catalogue = catalogue;
  }

  /** What does not; empty where all does. */
  static List<Fault> faults(ResourceDraft draft, Optional<Resource> before, Catalogue catalogue) {
    var check = new DraftCheck(draft, before, catalogue);
    check.slug();
    check.site();
    check.units();
    check.parts();
    return List.copyOf(check.faults);
  }

  private void slug() {
    boolean isTaken =
        catalogue.resource(draft.slug()).filter(other -> !isSelf(other)).isPresent();
    if (isTaken) {
      fault("slug", "manage.resource.slug.taken");
    }
  }

  private void site() {
    if (before
        .filter(resource -> !resource.site().id().equals(draft.site().id()))
        .isPresent()) {
      fault("site", "manage.resource.site.fixed");
    }
  }

  private void units() {
    if (draft.isWhole() && !draft.units().isEmpty()) {
      fault("units", "manage.resource.units.whole");
    }
    if (!draft.isWhole() && draft.units().isEmpty()) {
      fault("units", "manage.resource.units.none");
    }
    Set<String> labels = new HashSet<>();
    if (!draft.units().stream().allMatch(unit -> labels.add(unit.label()))) {
      fault("units", "manage.resource.units.twice");
    }
    Set<Object> own = before.stream()
        .flatMap(resource -> resource.units().stream())
        .map(Unit::id)
        .collect(Collectors.toSet());
    if (!draft.units().stream().flatMap(unit -> unit.id().stream()).allMatch(own::contains)) {
      fault("units", "manage.resource.units.unknown");
    }
  }

  private void parts() {
    List<Optional<Resource>> parts =
        draft.parts().stream().map(catalogue::resource).toList();
    if (!parts.stream().allMatch(part -> part.filter(this::isOfTheSite).isPresent())) {
      fault("parts", "manage.resource.parts.unknown");
    } else if (draft.parts().stream().anyMatch(this::reachesItself)) {
      fault("parts", "manage.resource.parts.loop");
    }
  }

  private boolean isOfTheSite(Resource part) {
    return part.site().id().equals(draft.site().id());
  }

  private boolean reachesItself(ResourceId id) {
    Resource part = catalogue.known(id);
    return isSelf(part) || part.parts().stream().anyMatch(this::reachesItself);
  }

  private boolean isSelf(Resource other) {
    return before.map(Resource::id).filter(other.id()::equals).isPresent();
  }

  private void fault(String field, String key) {
    faults.add(new Fault(field, key));
  }
}
