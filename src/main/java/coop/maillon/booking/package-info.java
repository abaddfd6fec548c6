/** What a booking is, what can be asked of it and answered: the words that its packages share. */
@NullMarked
package coop.maillon.booking;

import org.jspecify.annotations.NullMarked;
