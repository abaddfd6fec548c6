/** The public holidays of France and its overseas departments. Knows nothing of resources. */
@NullMarked
package coop.maillon.resource.holiday;

import org.jspecify.annotations.NullMarked;
