/** The board as people read it: the list, a post with its conversation, and what is written and done on them. */
@NullMarked
package coop.maillon.board.page;

import org.jspecify.annotations.NullMarked;
