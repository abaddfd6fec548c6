/** One WebSocket a page: who listens to what, and how each is told in order, nothing lost and nothing twice. Knows no feature. */
@NullMarked
package coop.maillon.live;

import org.jspecify.annotations.NullMarked;
