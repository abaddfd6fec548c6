/** What stands before somebody: a resource at this moment, by the code on its door; the codes to print. */
@NullMarked
package coop.maillon.booking.here;

import org.jspecify.annotations.NullMarked;
