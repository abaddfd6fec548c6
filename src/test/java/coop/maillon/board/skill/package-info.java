@NullMarked
package coop.maillon.board.skill;

import org.jspecify.annotations.NullMarked;
