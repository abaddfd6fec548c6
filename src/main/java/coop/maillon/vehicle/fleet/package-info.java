/** The cars of the cooperative as far as their charge goes: what each can do, what was read, and whether a booking has enough. */
@NullMarked
package coop.maillon.vehicle.fleet;

import org.jspecify.annotations.NullMarked;
