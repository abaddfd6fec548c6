/** What is damaged on cars: said, seen by whoever takes them, mended; what is not safe closes the car in the same act. */
@NullMarked
package coop.maillon.vehicle.damage;

import org.jspecify.annotations.NullMarked;
