/** Reports about what stands on the board, and what coordinators who are no party do about them. */
@NullMarked
package coop.maillon.board.moderation;

import org.jspecify.annotations.NullMarked;
