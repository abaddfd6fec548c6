/** What tests lean on: a database each, a whole server, a clock that is set by hand, many people at once. */
@NullMarked
package coop.maillon.support;

import org.jspecify.annotations.NullMarked;
