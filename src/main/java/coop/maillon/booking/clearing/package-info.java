/** How units can be cleared for a closure; pure. */
@NullMarked
package coop.maillon.booking.clearing;

import org.jspecify.annotations.NullMarked;
