package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Seat;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The slow and certain answer: every room and every time for every booking, all combinations of them. */
final class EveryWay {

  private final Rooms rooms;
  private final int step;
  private final List<Seat> laid = new ArrayList<>();
  private Cost best;

  EveryWay(Rooms rooms, int step) {
    this.rooms = rooms;
    this.step = step;
    best = new Cost(Integer.MAX_VALUE, 0, 0, 0, 0);
  }

  Cost cheapest() {
    place(0, Cost.NOTHING);
    return best;
  }

  private void place(int i, Cost so) {
    if (i == rooms.touched().size()) {
      best = so.compareTo(best) < 0 ? so : best;
      return;
    }
    Booking booking = rooms.touched().get(i);
    for (Resource room : rooms.all().subList(rooms.closed(), rooms.all().size())) {
      for (int shift = -60; shift <= 60; shift += step) {
        tryOut(i, so, new Seat(room.id(), room.units().get(0).id(), shifted(booking, shift)));
      }
    }
    place(i + 1, so.plus(Cost.NO_HOME));
  }

  private void tryOut(int i, Cost so, Seat seat) {
    Booking booking = rooms.touched().get(i);
    Resource lost = rooms.room(booking.first().resource());
    Resource room = rooms.room(seat.resource());
    boolean fits = room.capacity() >= lost.capacity()
        && Rooms.minutes(8 * 60, 20 * 60).covers(seat.during())
        && isFree(seat, rooms.others())
        && isFree(seat, laid);
    if (fits) {
      int minutes = (int)
          Duration.between(booking.slot().start(), seat.during().start()).abs().toMinutes();
      int elsewhere = room.site().id().equals(lost.site().id()) ? 0 : 1;
      int excess = room.capacity() - lost.capacity();
      laid.add(seat);
      place(i + 1, so.plus(new Cost(0, minutes > 0 ? 1 : 0, minutes, elsewhere, excess)));
      laid.remove(laid.size() - 1);
    }
  }

  private static TimeSlot shifted(Booking booking, int minutes) {
    return booking.slot().spread(-minutes, minutes);
  }

  private static boolean isFree(Seat seat, List<Seat> rows) {
    return rows.stream()
        .noneMatch(row -> row.unit().equals(seat.unit()) && row.during().overlaps(seat.during()));
  }
}
