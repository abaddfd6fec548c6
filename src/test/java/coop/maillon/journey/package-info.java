/** What people do in a real browser, from the first click to the last. */
@NullMarked
package coop.maillon.journey;

import org.jspecify.annotations.NullMarked;
