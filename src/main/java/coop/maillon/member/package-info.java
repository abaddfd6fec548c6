/** People: who they are and what they may do. */
@NullMarked
package coop.maillon.member;

import org.jspecify.annotations.NullMarked;
