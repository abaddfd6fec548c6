package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Seated;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Groundwork;
import coop.maillon.booking.act.Judge;
import coop.maillon.resource.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of many moves can be made together: each may take what another gives up. One that cannot be made stays where it is,
 * in the way of the others.
 *
 * @param made what was decided of each that can be made
 * @param not what was decided of each that cannot
 * @param room what makes room for all of them
 */
record Settlement(
    Map<BookingId, Judge.Decision> made, Map<BookingId, Judge.Decision> not, Seated room) {

  static final Settlement NOTHING =
      new Settlement(Map.of(), Map.of(), new Seated(List.of(), List.of(), Set.of()));

  /** Where they are decided. */
  record Field(Engine engine, Ground ground, Catalogue catalogue) {}

  Optional<Judge.Decision> madeOf(Booking booking) {
    return Optional.ofNullable(made.get(booking.id()));
  }

  Optional<Judge.Decision> notOf(Booking booking) {
    return Optional.ofNullable(not.get(booking.id()));
  }

  /** All of them or none: one pass tells every one that cannot be made, as if all the others could. */
  static Settlement ofAll(Field field, List<Intent.Move> moves) {
    return pass(field, moves);
  }

  /** As many as can be. */
  static Settlement ofMost(Field field, List<Intent.Move> moves) {
    var left = new ArrayList<>(moves);
    var not = new LinkedHashMap<BookingId, Judge.Decision>();
    while (true) {
      var pass = pass(field, left);
      if (pass.not().isEmpty()) {
        return new Settlement(pass.made(), not, pass.room());
      }
      not.putAll(pass.not());
      left.removeIf(move -> not.containsKey(move.before().id()));
    }
  }

  /** Of those that keep their places, the ones that the conditions do not let be otherwise, as if all the others were. */
  static Settlement ofStaying(Groundwork groundwork, Ground ground, List<Claim> claims) {
    var ids = claims.stream()
        .flatMap(claim -> claim.replacing().map(Booking::id).stream())
        .toList();
    var not = new LinkedHashMap<BookingId, Judge.Decision>();
    for (Claim claim : claims) {
      var others =
          claims.stream().filter(one -> one != claim).map(Claim.Beside::of).toList();
      var broken = groundwork.judge(claim.givingUp(ids).alongside(others), ground);
      if (!broken.isEmpty()) {
        not.put(
            claim.replacing().orElseThrow().id(),
            new Judge.Decision(claim, broken, Optional.empty(), List.of()));
      }
    }
    return new Settlement(Map.of(), not, NOTHING.room());
  }

  private static Settlement pass(Field field, List<Intent.Move> moves) {
    var ahead = new Ahead(field.engine().judge(), field.ground(), field.catalogue());
    var givenUp = moves.stream().map(Intent.Move::before).map(Booking::id).toList();
    var made = new LinkedHashMap<BookingId, Judge.Decision>();
    var not = new LinkedHashMap<BookingId, Judge.Decision>();
    for (Intent.Move move : moves) {
      var decision = ahead.decide(List.of(move.claim().givingUp(givenUp)));
      (decision.seated().isPresent() ? made : not).put(move.before().id(), decision);
    }
    return new Settlement(made, not, ahead.room());
  }
}
