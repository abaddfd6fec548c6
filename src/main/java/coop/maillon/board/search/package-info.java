/** Finding posts by what people type: misspelt, without accents, inflected, or by another word for the same. */
@NullMarked
package coop.maillon.board.search;

import org.jspecify.annotations.NullMarked;
