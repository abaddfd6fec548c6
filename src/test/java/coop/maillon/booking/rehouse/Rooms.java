package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.Seat;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.tariff.Versions;
import coop.maillon.web.Who;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rooms of one unit each, number 0 of which closes all day, on two sites; the day is counted in minutes from midnight.
 *
 * @param closed how many of them close, from number 0 on
 */
record Rooms(List<Resource> all, int closed, List<Booking> touched, List<Seat> others) {

  static final Instant DAY = Instant.parse("2026-12-09T00:00:00Z");
  private static final int OPENS = 8 * 60;
  private static final int CLOSES = 20 * 60;

  /** At random, but always alike for one seed. */
  static Rooms random(long seed, int rooms, int bookings, int step) {
    var chance = new Random(seed);
    var all = IntStream.range(0, rooms)
        .mapToObj(i -> room(i, 4 + chance.nextInt(4), 1 + chance.nextInt(3) / 2, step))
        .toList();
    var touched = new ArrayList<Booking>();
    while (touched.size() < bookings) {
      touched.add(booking(touched.size() + 1, all.get(0), slot(chance, step)));
    }
    var others = new ArrayList<Seat>();
    for (int i = 0; i < rooms * 8; i++) {
      put(others, all.get(1 + chance.nextInt(rooms - 1)), slot(chance, step));
    }
    return new Rooms(all, 1, touched, others);
  }

  static TimeSlot minutes(int from, int to) {
    return new TimeSlot(DAY.plusSeconds(from * 60L), DAY.plusSeconds(to * 60L));
  }

  private static TimeSlot slot(Random chance, int step) {
    int length = (1 + chance.nextInt(4)) * step;
    int start = OPENS + chance.nextInt((CLOSES - OPENS - length) / step + 1) * step;
    return minutes(start, start + length);
  }

  private static void put(List<Seat> rows, Resource room, TimeSlot slot) {
    var seat = new Seat(room.id(), room.units().get(0).id(), slot);
    boolean isFree = rows.stream()
        .noneMatch(row -> row.unit().equals(seat.unit()) && row.during().overlaps(slot));
    if (isFree) {
      rows.add(seat);
    }
  }

  static Resource room(int number, int capacity, long site, int step) {
    var id = new ResourceId(number + 1);
    return new Resource(
        id,
        site(site),
        "room-" + number,
        Kind.SPACE,
        "Room " + number,
        "",
        capacity,
        Map.of(),
        List.of(),
        "",
        "",
        Policy.SILENT.with(Limit.GRANULARITY, step),
        number + 1,
        List.of(new Unit(new UnitId(number + 1), id, "Room " + number)),
        List.of(),
        Resource.Life.OPEN,
        1,
        List.of(),
        Versions.NONE);
  }

  private static Site site(long id) {
    return new Site(
        new SiteId(id), "s" + id, "S" + id, ZoneOffset.UTC, "", Site.Naming.NAMES, Policy.SILENT);
  }

  static Booking booking(int number, Resource room, TimeSlot slot) {
    var held = new Booked(room.id(), Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
    return new Booking(
        new BookingId(number),
        new MemberId(number),
        "M" + number,
        BookingStatus.CONFIRMED,
        slot,
        Details.NONE,
        List.of(held),
        "",
        Optional.empty(),
        Course.NONE,
        1);
  }

  List<Displaced> displaced() {
    var homes = new Homes(new Homes.Ground(
        new Catalogue(1, List.of(), all, Catalogue.Permits.NONE),
        others,
        new ClosedSpace(
            all.stream()
                .limit(closed)
                .map(room -> new UnitId(room.id().value()))
                .collect(Collectors.toSet()),
            minutes(0, 24 * 60)),
        COORDINATOR,
        DAY,
        claim -> claim
            .resources()
            .allMatch(room -> room.policy().openingHours().covers(ZoneOffset.UTC, claim.slot()))));
    return touched.stream()
        .map(booking -> new Displaced(booking, homes.of(loss(booking))))
        .toList();
  }

  private Homes.Loss loss(Booking booking) {
    ResourceId lost = booking.first().resource();
    int needed = room(lost).capacity();
    var places = new HashMap<ResourceId, List<Resource>>();
    places.put(lost, all.stream().filter(room -> room.capacity() >= needed).toList());
    return new Homes.Loss(booking, Set.of(lost), places, List.of());
  }

  Resource room(ResourceId id) {
    return all.get((int) id.value() - 1);
  }

  private static final Who COORDINATOR = new Who(
      1,
      "",
      "",
      true,
      false,
      Set.of(),
      Set.of(),
      "fr",
      "auto",
      0,
      Optional.empty(),
      Who.Proof.SESSION);
}
