/** What the use of things costs: tariffs, what each booking comes to once it is over, statements of it, what trips spare. */
@NullMarked
package coop.maillon.vehicle.cost;

import org.jspecify.annotations.NullMarked;
