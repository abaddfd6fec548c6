/** All that is kept about whoever asks, in one file: a table of each kind, and everything once more for programs. */
@NullMarked
package coop.maillon.privacy.export;

import org.jspecify.annotations.NullMarked;
