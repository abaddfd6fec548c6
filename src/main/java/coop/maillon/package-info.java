/** The program: where it starts, how it is wired, what it is told. */
@NullMarked
package coop.maillon;

import org.jspecify.annotations.NullMarked;
