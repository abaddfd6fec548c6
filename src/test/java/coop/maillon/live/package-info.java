@NullMarked
package coop.maillon.live;

import org.jspecify.annotations.NullMarked;
