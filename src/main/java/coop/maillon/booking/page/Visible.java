package coop.maillon.booking.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the catalogue somebody may know of and book. */
public final class Visible {

  private Visible() {}

  public static Optional<Resource> resource(Catalogue catalogue, Who who, String slug) {
    return catalogue.resource(slug).filter(resource -> isBookable(resource, who));
  }

  static Stream<Resource> resources(Catalogue catalogue, Who who) {
    return catalogue.resources().stream().filter(resource -> isBookable(resource, who));
  }

  private static boolean isBookable(Resource resource, Who who) {
    return !resource.isRetired() && who.maySee(resource.site().id().value());
  }
}
