/** What a booking was said to cost and what it came to, in words; whoever knows counters and accounts writes it. */
@NullMarked
package coop.maillon.booking.bill;

import org.jspecify.annotations.NullMarked;
