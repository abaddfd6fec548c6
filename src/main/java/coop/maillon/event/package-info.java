/** What happened: an outbox written with each change, numbered after commit, told to whoever listens. Knows no feature. */
@NullMarked
package coop.maillon.event;

import org.jspecify.annotations.NullMarked;
