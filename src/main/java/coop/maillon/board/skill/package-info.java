/** What members know and look for, who says so of whom, and who is asked when somebody needs it. */
@NullMarked
package coop.maillon.board.skill;

import org.jspecify.annotations.NullMarked;
