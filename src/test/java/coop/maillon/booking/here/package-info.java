/** What people see before a door. */
@org.jspecify.annotations.NullMarked
package coop.maillon.booking.here;
