/** What people signal about a place or a thing, the coordinators' queue for it, and who is on duty. */
@NullMarked
package coop.maillon.problem;

import org.jspecify.annotations.NullMarked;
