/** Turns what happened into messages for whom it concerns: the inbox, and mail. It listens; nobody calls it. */
@NullMarked
package coop.maillon.notification;

import org.jspecify.annotations.NullMarked;
