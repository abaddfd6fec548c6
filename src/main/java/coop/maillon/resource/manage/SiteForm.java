package coop.maillon.resource.manage;

import coop.maillon.resource.Policy;
import coop.maillon.resource.Site;
import coop.maillon.resource.holiday.Region;
import coop.maillon.resource.rules.PolicyForm;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** What somebody typed about a site, until it is a draft or a list of problems. */
final class SiteForm {

  private final Fields fields;
  private final Optional<Site> before;

  SiteForm(Ask ask, Optional<Site> before) {
    this.fields = Fields.of(ask);
    this.before = before;
  }

  Fields fields() {
    return fields;
  }

  /** The draft; slug and zone of a site that exists stay. */
  Optional<SiteDraft> read() {
    var name = fields.text("name").max(80).required();
    var slug =
        before.map(Site::slug).orElseGet(() -> fields.text("slug").max(60).required());
    var zone = before.map(Site::zone).or(this::zone);
    var address = fields.text("address").max(200).optional().orElse("");
    var naming = fields.flag("names") ? Site.Naming.NAMES : Site.Naming.TIMES_ONLY;
    var policy = policy();
    if (!slug.isEmpty() && !slug.matches(ResourceAsk.SLUG)) {
      fields.problem("slug", "manage.resource.slug.shape");
    }
    return fields.complete() && zone.isPresent()
        ? Optional.of(new SiteDraft(slug, name, zone.get(), address, naming, policy))
        : Optional.empty();
  }

  private Policy policy() {
    var said = PolicyForm.read(fields);
    var region = fields.text("region").optional().flatMap(Region::of);
    if (region.isEmpty() && fields.has("region")) {
      fields.problem("region", "field.text");
    }
    var place = region.or(() -> before.map(Site::region)).orElse(Region.FR);
    return said.with(said.calendar().in(place));
  }

  private Optional<ZoneId> zone() {
    try {
      var zone = fields.text("zone").optional().filter(ZoneId.getAvailableZoneIds()::contains);
      if (zone.isEmpty()) {
        fields.problem("zone", "manage.site.zone.unknown");
      }
      return zone.map(ZoneId::of);
    } catch (DateTimeException unknown) {
      fields.problem("zone", "manage.site.zone.unknown");
      return Optional.empty();
    }
  }
}
