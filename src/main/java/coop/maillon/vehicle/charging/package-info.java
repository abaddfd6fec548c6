/** What each car must hold at its next departure: for whoever plugs them in, and for the programs of chargers. */
@NullMarked
package coop.maillon.vehicle.charging;

import org.jspecify.annotations.NullMarked;
