/** What a coordinator finds first: what needs a decision, what is closed; and what time does by itself. */
@NullMarked
package coop.maillon.booking.manage;

import org.jspecify.annotations.NullMarked;
