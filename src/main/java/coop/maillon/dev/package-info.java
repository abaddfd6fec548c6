/** Pages for developers, there in demo only: what can be asked for, what was mailed, how each part looks. */
@NullMarked
package coop.maillon.dev;

import org.jspecify.annotations.NullMarked;
