package coop.maillon.booking.beforehand;

import coop.maillon.booking.bill.CostPart;
import java.util.List;
import java.util.Optional;

/**
 * What to know before booking.
 *
 * @param left how far a vehicle goes and what quotas leave, a sentence each
 * @param lacking what the resource asks for and the member has not
 * @param cost what it will cost; empty where it is free
 */
public record Beforehand(List<String> left, List<Lacking> lacking, Optional<CostPart> cost) {

  public static final Beforehand NOTHING = new Beforehand(List.of(), List.of(), Optional.empty());

  /** A habilitation or a group, and the ways to it. */
  public record Lacking(String what, List<String> ways) {}
}
