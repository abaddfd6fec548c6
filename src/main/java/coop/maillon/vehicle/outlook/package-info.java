/** What becomes of the bookings ahead when a car is not as full as was thought: who is told, and what can be done. */
@NullMarked
package coop.maillon.vehicle.outlook;

import org.jspecify.annotations.NullMarked;
