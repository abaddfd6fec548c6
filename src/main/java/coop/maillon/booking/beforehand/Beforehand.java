package coop.maillon.booking.beforehand;

import java.util.List;

/**
 * What to know before booking.
 *
 * @param left how far a vehicle goes and what quotas leave, a sentence each
 * @param lacking what the resource asks for and the member has not
 */
public record Beforehand(List<String> left, List<Lacking> lacking) {

  public static final Beforehand NOTHING = new Beforehand(List.of(), List.of());

  /** A habilitation or a group, and the ways to it. */
  public record Lacking(String what, List<String> ways) {}
}
