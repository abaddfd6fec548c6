/** What members read of their messages: the page, the live bell, the API. */
@NullMarked
package coop.maillon.notification.inbox;

import org.jspecify.annotations.NullMarked;
