/**
 * Which of several cars a trip gets: best fit first, then others' trips that are not bound yet move, by one or two of them, then
 * by a search. Pure; what may be known, and for how long may be searched, is handed in.
 */
@NullMarked
package coop.maillon.vehicle.pool;

import org.jspecify.annotations.NullMarked;
