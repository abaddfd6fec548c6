/** Hours of help as their owners read them: how an account stands, its statement, the common pot's, and what the cooperative allows. */
@NullMarked
package coop.maillon.board.hours;

import org.jspecify.annotations.NullMarked;
