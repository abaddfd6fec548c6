package coop.maillon.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do: a guest until a day and on some sites, or a member who may coordinate sites and administer.
 *
 * @param guestUntil the last day on which a guest may come in; empty means no end
 * @param coordinates the sites coordinated
 * @param guestSites the sites that a guest sees
 */
public record Standing(
    boolean administrator,
    boolean guest,
    Optional<LocalDate> guestUntil,
    Set<Long> coordinates,
    Set<Long> guestSites) {

  public static final Standing MEMBER =
      new Standing(false, false, Optional.empty(), Set.of(), Set.of());

  public Standing {
    if (guest && (administrator || !coordinates.isEmpty())) {
      throw new IllegalArgumentException("a guest neither coordinates nor administers");
    }
    if (!guest && (guestUntil.isPresent() || !guestSites.isEmpty())) {
      throw new IllegalArgumentException("only a guest has an end date and sites");
    }
    coordinates = Set.copyOf(coordinates);
    guestSites = Set.copyOf(guestSites);
  }

  public static Standing guest(Optional<LocalDate> until, Set<Long> sites) {
    return new Standing(false, true, until, Set.of(), sites);
  }

  public static Standing coordinator(Set<Long> sites) {
    return new Standing(false, false, Optional.empty(), sites, Set.of());
  }

  public static Standing administrator(Set<Long> coordinates) {
    return new Standing(true, false, Optional.empty(), coordinates, Set.of());
  }

  /** What these roles come to on these sites. */
  public static Standing of(Set<Role> roles, Set<Long> sites) {
    if (roles.contains(Role.GUEST)) {
      return guest(Optional.empty(), sites);
    }
    boolean administers = roles.contains(Role.ADMINISTRATOR);
    var coordinates = roles.contains(Role.COORDINATOR) ? sites : Set.<Long>of();
    return new Standing(administers, false, Optional.empty(), coordinates, Set.of());
  }

  /** Whether only an administrator may give or take it. */
  public boolean hasRights() {
    return administrator || !coordinates.isEmpty();
  }

  public List<Role> roles() {
    if (guest) {
      return List.of(Role.GUEST);
    }
    var roles = new ArrayList<>(List.of(Role.MEMBER));
    if (!coordinates.isEmpty()) {
      roles.add(Role.COORDINATOR);
    }
    if (administrator) {
      roles.add(Role.ADMINISTRATOR);
    }
    return List.copyOf(roles);
  }
}
