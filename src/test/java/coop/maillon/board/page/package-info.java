@NullMarked
package coop.maillon.board.page;

import org.jspecify.annotations.NullMarked;
