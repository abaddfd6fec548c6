/** Series on the pages. */
@NullMarked
package coop.maillon.booking.repeat;

import org.jspecify.annotations.NullMarked;
