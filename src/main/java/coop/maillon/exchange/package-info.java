/** Files in and out: each that comes in first shows what it would do, and then does exactly that or nothing. */
@NullMarked
package coop.maillon.exchange;

import org.jspecify.annotations.NullMarked;
