/**
 * What an electric vehicle can do: charge, need, and whether every booking of it keeps its reserve. All of it is pure: energy
 * in kWh inside the battery, power in kW, lengths of time in hours as decimals, instants for moments.
 */
@NullMarked
package coop.maillon.vehicle;

import org.jspecify.annotations.NullMarked;
