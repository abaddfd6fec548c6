/** The words of mutual help: what a post, an answer and an engagement are, and what may become of each. */
@NullMarked
package coop.maillon.board;

import org.jspecify.annotations.NullMarked;
