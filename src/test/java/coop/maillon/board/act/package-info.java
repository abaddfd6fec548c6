/** The board as people and time use it, many at once, on a real database. */
@NullMarked
package coop.maillon.board.act;

import org.jspecify.annotations.NullMarked;
