package coop.maillon.booking;

import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Who;
import java.util.List;

/** What one reader may see of one booking, and whether they may change it (product.md, Who sees what). */
public final class Visibility {

  private final Booking booking;
  private final Who who;
  private final List<Resource> resources;

  private Visibility(Booking booking, Who who, List<Resource> resources) {
    this.booking = booking;
    this.who = who;
    this.resources = resources;
  }

  public static Visibility of(Booking booking, Who who, Catalogue catalogue) {
    return new Visibility(
        booking, who, booking.resources().stream().map(catalogue::known).toList());
  }

  /** Whether the reader may know that it exists. */
  public boolean reaches() {
    return isInvolved()
        || resources.stream()
            .anyMatch(resource -> who.maySee(resource.site().id().value()));
  }

  public boolean isMine() {
    return booking.isFor(who.id());
  }

  /** Booker, participants, coordinators of the site. */
  public boolean seesTitle() {
    return isInvolved() || coordinates();
  }

  /** The same, and members where the site shows names, unless it is private. */
  public boolean seesName() {
    return seesTitle()
        || (!booking.details().isPrivate()
            && resources.stream().allMatch(resource -> namesBookers(who, resource.site())));
  }

  /** Whether a site tells that reader who booked what is not private. */
  public static boolean namesBookers(Who who, Site site) {
    return !who.guest() && site.namesBookers();
  }

  /** Door, wifi, key box: booker and participants only. */
  public boolean seesAccess() {
    return isInvolved();
  }

  public boolean mayChange() {
    return isMine() || coordinates();
  }

  /** Whoever was invited may say that they are there. */
  public boolean mayArrive() {
    return isInvolved() || coordinates();
  }

  /** Whether a request is theirs to decide: they answer for every site that it asks something of. */
  public boolean decides() {
    return resources.stream()
        .allMatch(resource -> who.mayCoordinate(resource.site().id().value()));
  }

  /** Whether they answer for some of it. */
  public boolean coordinates() {
    return resources.stream()
        .anyMatch(resource -> who.mayCoordinate(resource.site().id().value()));
  }

  private boolean isInvolved() {
    return isMine() || booking.details().participants().contains(new MemberId(who.id()));
  }
}
