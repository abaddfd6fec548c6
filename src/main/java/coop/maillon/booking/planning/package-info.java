/** The planning: who occupies what on a day or in a week, what is free, as a page and live. */
@NullMarked
package coop.maillon.booking.planning;

import org.jspecify.annotations.NullMarked;
