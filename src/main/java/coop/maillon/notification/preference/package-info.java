/** What each member wants to be told, by which way and when. It decides; what carries it out is above it. */
@NullMarked
package coop.maillon.notification.preference;

import org.jspecify.annotations.NullMarked;
