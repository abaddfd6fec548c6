/** Hours and rules of many resources at once. */
@NullMarked
package coop.maillon.resource.bulk;

import org.jspecify.annotations.NullMarked;
