/** What can be booked: sites, resources, their units, parts and rules. */
@NullMarked
package coop.maillon.resource;

import org.jspecify.annotations.NullMarked;
