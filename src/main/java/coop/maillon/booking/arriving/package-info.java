/** Coming, staying and going: checking in and out, staying longer, what is not taken and what does not come back. */
@NullMarked
package coop.maillon.booking.arriving;

import org.jspecify.annotations.NullMarked;
