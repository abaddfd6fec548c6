/** The board for programs. */
@NullMarked
package coop.maillon.board.api;

import org.jspecify.annotations.NullMarked;
