package coop.maillon.booking.page;

import coop.maillon.member.MemberId;

/** Somebody that a booking is for, or that takes part in it. */
record Person(MemberId id, String name, String email) {}
