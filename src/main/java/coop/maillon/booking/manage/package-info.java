/** What a coordinator finds first: what needs a decision, what is closed. */
@NullMarked
package coop.maillon.booking.manage;

import org.jspecify.annotations.NullMarked;
