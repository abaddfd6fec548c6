package coop.maillon.resource.manage;

import coop.maillon.resource.Policy;
import coop.maillon.resource.Site;
import java.time.ZoneId;

/** A site as an administrator wants it to be; its policy is what its resources have where theirs are silent. */
public record SiteDraft(
    String slug, String name, ZoneId zone, String address, Site.Naming naming, Policy policy) {}
