/** What is shared: sites, their resources and units, and the time in which these can be used. */
@NullMarked
package coop.maillon.resource;

import org.jspecify.annotations.NullMarked;
