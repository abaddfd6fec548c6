/** Habilitations: who holds which, until when, given by a coordinator or by a training. */
@NullMarked
package coop.maillon.member.habilitation;

import org.jspecify.annotations.NullMarked;
