/** The words of the board. */
@NullMarked
package coop.maillon.board;

import org.jspecify.annotations.NullMarked;
