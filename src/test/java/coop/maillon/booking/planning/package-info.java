@NullMarked
package coop.maillon.booking.planning;

import org.jspecify.annotations.NullMarked;
