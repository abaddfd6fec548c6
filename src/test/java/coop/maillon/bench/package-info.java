/** Programs that measure: they print ratios taken in one run, and are no tests. */
@NullMarked
package coop.maillon.bench;

import org.jspecify.annotations.NullMarked;
