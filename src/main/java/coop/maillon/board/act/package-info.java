/** What can be done on the board, by a person or by time: under the locks of the post and of the accounts that it may touch. */
@NullMarked
package coop.maillon.board.act;

import org.jspecify.annotations.NullMarked;
