package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;

/** What manage/resources shows: everything that somebody looks after, by site. */
public record ResourcesPage(String title, List<Group> groups, boolean administrator) {

  /** One site. */
  public record Group(String slug, String name, List<Line> resources) {
    public boolean any() {
      return !resources.isEmpty();
    }
  }

  /** One resource. */
  public record Line(
      String slug, String name, String icon, String facts, boolean retired, boolean approval) {}

  static ResourcesPage of(Ask ask, Catalogue catalogue) {
    return new ResourcesPage(
        ask.words().say("manage.resources"),
        catalogue.sites().stream()
            .filter(site -> ask.who().mayCoordinate(site.id().value()))
            .map(site -> group(site, catalogue, ask.words()))
            .toList(),
        ask.who().administrator());
  }

  private static Group group(Site site, Catalogue catalogue, Words words) {
    return new Group(
        site.slug(),
        site.name(),
        catalogue.resources().stream()
            .filter(resource -> resource.site().id().equals(site.id()))
            .map(resource -> line(resource, words))
            .toList());
  }

  private static Line line(Resource resource, Words words) {
    String units = resource.isWhole()
        ? words.say("manage.resource.parts.count", "count", resource.parts().size())
        : words.say("manage.resource.units.count", "count", resource.units().size());
    return new Line(
        resource.slug(),
        resource.name(),
        switch (resource.kind()) {
          case SPACE -> resource.isPool() ? "desk" : "room";
          case EQUIPMENT -> "tool";
          case VEHICLE -> "car";
        },
        words.say("manage.kind." + resource.kind().word()) + " · " + units,
        resource.isRetired(),
        resource.policy().asksApproval());
  }
}
