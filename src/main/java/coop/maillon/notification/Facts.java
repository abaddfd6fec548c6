package coop.maillon.notification;

import coop.maillon.member.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is so at the moment of telling.
 *
 * @param bookings that events are about, by id
 * @param resources names of the resources that events name, by id
 * @param known the people concerned, by id
 */
record Facts(
    Map<Long, BookingFacts> bookings, Map<Long, String> resources, Map<MemberId, Recipient> known) {

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
