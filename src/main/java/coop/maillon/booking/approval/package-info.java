/** A yes or a no by a link in a letter, without signing in. */
@NullMarked
package coop.maillon.booking.approval;

import org.jspecify.annotations.NullMarked;
