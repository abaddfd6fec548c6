/** Seats of a booking that are offered on the board: whoever is accepted takes part in it, until they no longer come. */
@NullMarked
package coop.maillon.board.seat;

import org.jspecify.annotations.NullMarked;
