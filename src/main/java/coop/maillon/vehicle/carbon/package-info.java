/** The numbers by which what trips emit and spare is reckoned, each version with its sources. */
@NullMarked
package coop.maillon.vehicle.carbon;

import org.jspecify.annotations.NullMarked;
