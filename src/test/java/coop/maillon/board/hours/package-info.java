@NullMarked
package coop.maillon.board.hours;

import org.jspecify.annotations.NullMarked;
