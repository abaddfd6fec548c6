/** How far every car of a site goes at any time of a day, before anybody says how far they want to go. */
@NullMarked
package coop.maillon.vehicle.reach;

import org.jspecify.annotations.NullMarked;
