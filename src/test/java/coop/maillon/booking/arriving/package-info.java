/** Coming, staying and going, as people and programs see it. */
@org.jspecify.annotations.NullMarked
package coop.maillon.booking.arriving;
