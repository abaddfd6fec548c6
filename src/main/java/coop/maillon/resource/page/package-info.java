/** What is shared, as pages show it: the list of resources, and each in words. */
@NullMarked
package coop.maillon.resource.page;

import org.jspecify.annotations.NullMarked;
