package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the change of one date means for each date that it reaches. A date that has a place of its own keeps it where others
 * move; what is said of the bookings is said of all of them.
 */
record Intent(SeriesChange wanted, SeriesScene scene) {

  /** A date that is to be somewhere else. */
  record Move(Booking before, Claim claim) {}

  boolean isElsewhere() {
    return wanted.change().isElsewhere(scene.anchor());
  }

  /** Those that change in any way. */
  List<Booking> reached() {
    return scene.reached(wanted.scope());
  }

  /** Those that are to be somewhere else. */
  List<Move> moves() {
    return isElsewhere()
        ? reached().stream()
            .filter(this::follows)
            .map(one -> new Move(one, claim(one)))
            .toList()
        : List.of();
  }

  /** Those that stay in their place and go another distance from there. */
  List<Claim> driven() {
    return isElsewhere()
        ? List.of()
        : reached().stream()
            .filter(one -> !details(one).distanceKm().equals(one.details().distanceKm()))
            .map(this::staying)
            .toList();
  }

  private Claim staying(Booking booking) {
    var wishes = booking.booked().stream()
        .map(one -> new Wish(scene.catalogue().known(one.resource()), one.chosen()))
        .toList();
    return Claim.of(Claim.Purpose.MOVE, scene.actor(), booking.member(), scene.now())
        .wishing(wishes, booking.slot())
        .driving(details(booking).distanceKm())
        .replacing(booking, Acts.resources(booking, scene.catalogue()));
  }

  /** Whether a date goes where the anchor goes. */
  private boolean follows(Booking booking) {
    return isAnchor(booking)
        || wanted.instead().containsKey(SeriesScene.date(booking))
        || scene.series().timetable().has(booking);
  }

  private boolean isAnchor(Booking booking) {
    return booking.id().equals(scene.anchor().id());
  }

  /** The series' timetable once it is done. */
  Timetable timetable() {
    TimeSlot before = scene.anchor().slot();
    TimeSlot after = slotOfAnchor();
    var present = scene.series().timetable();
    if (after.equals(before)) {
      return present;
    }
    boolean keepsStart = after.start().equals(before.start()) && present.has(scene.anchor());
    Duration shift = keepsStart ? present.shift() : shift(after);
    return present.moved(shift, after.length());
  }

  private Duration shift(TimeSlot after) {
    var zone = scene.series().timetable().zone();
    return Duration.between(
        SeriesScene.date(scene.anchor()), LocalDateTime.ofInstant(after.start(), zone));
  }

  private TimeSlot slotOfAnchor() {
    return wanted.change().slot(scene.anchor().slot()).orElseGet(scene.anchor()::slot);
  }

  private Claim claim(Booking before) {
    var place = Optional.ofNullable(wanted.instead().get(SeriesScene.date(before)));
    TimeSlot slot = place
        .map(SeriesRequest.Instead::slot)
        .orElseGet(
            () -> isAnchor(before) ? slotOfAnchor() : timetable().slot(SeriesScene.date(before)));
    return Claim.of(Claim.Purpose.MOVE, scene.actor(), before.member(), scene.now())
        .wishing(wishes(before, place), slot)
        .driving(details(before).distanceKm())
        .replacing(before, Acts.resources(before, scene.catalogue()));
  }

  private List<Wish> wishes(Booking before, Optional<SeriesRequest.Instead> place) {
    var wishes = wanted.change().wishes(before, scene.catalogue());
    return place
        .map(other -> Stream.concat(
                Stream.of(Wish.any(other.resource())), wishes.stream().skip(1))
            .toList())
        .orElse(wishes);
  }

  /** How a date that moves goes with the others from then on. */
  Course.Tie tie(Move move) {
    var date = SeriesScene.date(move.before());
    boolean isOwn = wanted.instead().containsKey(date)
        || !timetable().slot(date).equals(move.claim().slot());
    return isOwn || wanted.scope() == Scope.ONE ? Course.Tie.DETACHED : Course.Tie.ATTACHED;
  }

  /** What a booking says afterwards: of what differs at the anchor, the same; else what it said before. */
  Details details(Booking booking) {
    Details before = scene.anchor().details();
    Details after = wanted.change().details().orElse(before);
    Details own = booking.details();
    return new Details(
        changed(before.title(), after.title(), own.title()),
        changed(before.privacy(), after.privacy(), own.privacy()),
        changed(before.activity(), after.activity(), own.activity()),
        changed(before.distanceKm(), after.distanceKm(), own.distanceKm()),
        participants(before, after, own));
  }

  private static <T> T changed(T before, T after, T own) {
    return before.equals(after) ? own : after;
  }

  private static Set<coop.maillon.member.MemberId> participants(
      Details before, Details after, Details own) {
    var members = new HashSet<>(own.participants());
    before.participants().stream()
        .filter(one -> !after.participants().contains(one))
        .forEach(members::remove);
    after.participants().stream()
        .filter(one -> !before.participants().contains(one))
        .forEach(members::add);
    return members;
  }

  /** The first date that goes with the anchor into a series of its own; empty where the series stays whole. */
  Optional<LocalDateTime> split() {
    if (wanted.scope() != Scope.FOLLOWING || !isElsewhere()) {
      return Optional.empty();
    }
    var first = reached().stream().map(SeriesScene::date).min(LocalDateTime::compareTo);
    return first.filter(date ->
        scene.series().timetable().recurrence().all().stream().anyMatch(one -> one.isBefore(date)));
  }
}
