/** Quotas as coordinators make them: how much of which resources, in what time, for whom. */
@NullMarked
package coop.maillon.resource.quota;

import org.jspecify.annotations.NullMarked;
