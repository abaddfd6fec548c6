/** Who may book at all: groups and habilitations that policies ask for. */
@NullMarked
package coop.maillon.booking.permit;

import org.jspecify.annotations.NullMarked;
