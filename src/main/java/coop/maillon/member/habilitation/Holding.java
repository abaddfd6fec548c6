package coop.maillon.member.habilitation;

import coop.maillon.member.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A habilitation that somebody has.
 *
 * @param id of the giving
 * @param what its name
 * @param until the last day; empty: for ever
 */
public record Holding(
    long id,
    MemberId member,
    String memberName,
    String what,
    LocalDate since,
    Optional<LocalDate> until) {}
