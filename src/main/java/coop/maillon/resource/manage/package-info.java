/** How coordinators keep the catalogue: sites, resources, their units, parts and rules. */
@NullMarked
package coop.maillon.resource.manage;

import org.jspecify.annotations.NullMarked;
