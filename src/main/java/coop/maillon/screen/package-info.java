/** Displays at a door or in a hall: without a session, by a link that can be closed. */
@NullMarked
package coop.maillon.screen;

import org.jspecify.annotations.NullMarked;
