package coop.maillon.board;

import coop.maillon.resource.SiteId;
import java.time.ZoneId;

/** A site as a post names it. */
public record Place(SiteId id, String slug, String name, ZoneId zone) {}
