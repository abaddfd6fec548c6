package coop.maillon.notification;

import coop.maillon.member.MemberId;
import java.util.List;
import java.util.Set;

/**
 * A booking as it is at the moment of telling.
 *
 * @param what the names of its resources, the one asked for first
 * @param zone of its site, in which its times are told
 */
record BookingFacts(
    long id,
    MemberId member,
    String title,
    Set<MemberId> participants,
    List<String> what,
    long siteId,
    String site,
    String zone) {}
