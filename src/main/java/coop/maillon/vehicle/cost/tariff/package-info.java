/** Where coordinators say what the use of something costs. */
@NullMarked
package coop.maillon.vehicle.cost.tariff;

import org.jspecify.annotations.NullMarked;
