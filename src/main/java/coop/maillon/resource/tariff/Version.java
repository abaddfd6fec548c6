package coop.maillon.resource.tariff;

import java.time.LocalDate;

/**
 * A tariff as somebody set it, which is never changed: an edit is another version.
 *
 * @param id its number; a later one counts more
 * @param from the first day on which a booking may begin that is quoted with it
 */
public record Version(long id, LocalDate from, Tariff tariff) {}
