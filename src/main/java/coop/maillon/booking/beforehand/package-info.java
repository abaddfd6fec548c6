/** What somebody should know before they book: what quotas leave, what they lack and how to get it. */
@NullMarked
package coop.maillon.booking.beforehand;

import org.jspecify.annotations.NullMarked;
