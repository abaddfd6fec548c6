/** Who did what to whom, when, before and after: readable by the person concerned and by the coordinators of the site. */
@NullMarked
package coop.maillon.audit;

import org.jspecify.annotations.NullMarked;
