@NullMarked
package coop.maillon.board.moderation;

import org.jspecify.annotations.NullMarked;
