package coop.maillon.demo;

import coop.maillon.resource.TimeSlot;

/**
 * One line of the diary.
 *
 * @param dayFromToday negative in the past
 * @param booker which of the cast, by number
 */
record Entry(
    int dayFromToday, String resource, TimeSlot slot, int booker, String title, Sort sort) {

  /** How it comes out. */
  enum Sort {
    PLAIN,
    PRIVATE,
    CANCELLED
  }

  boolean isOf(String slug) {
    return resource.equals(slug);
  }
}
