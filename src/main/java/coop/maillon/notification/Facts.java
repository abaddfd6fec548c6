package coop.maillon.notification;

import coop.maillon.member.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What is so at the moment of telling: the bookings that events are about, and the people that they concern. */
record Facts(Map<Long, BookingFacts> bookings, Map<MemberId, Recipient> known) {

  Optional<BookingFacts> booking(Long id) {
    return Optional.ofNullable(bookings.get(id));
  }

  Optional<Recipient> person(MemberId id) {
    return Optional.ofNullable(known.get(id));
  }

  Collection<Recipient> people() {
    return known.values();
  }
}
