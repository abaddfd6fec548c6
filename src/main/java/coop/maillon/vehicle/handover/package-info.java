/** Taking a car and bringing it back: what is read off it and said of it, and the code of its key. */
@NullMarked
package coop.maillon.vehicle.handover;

import org.jspecify.annotations.NullMarked;
