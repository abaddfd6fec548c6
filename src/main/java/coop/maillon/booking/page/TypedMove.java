package coop.maillon.booking.page;

import coop.maillon.resource.TimeSlot;
import java.util.Map;
import java.util.Optional;

/**
 * Where a booking shall be, as typed.
 *
 * @param read the slot, where it could be read
 * @param agreed the asker knows that it needs a yes
 */
record TypedMove(
    String resource,
    TypedSlot slot,
    Optional<TimeSlot> read,
    boolean agreed,
    Map<String, String> problems) {}
