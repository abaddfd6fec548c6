/** Closures that come back: planned once, made some weeks ahead by time itself. */
@NullMarked
package coop.maillon.booking.maintenance;

import org.jspecify.annotations.NullMarked;
