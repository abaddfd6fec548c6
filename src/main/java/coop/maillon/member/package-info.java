/** People: who they are, what they may do, and how they prove who they are. */
@NullMarked
package coop.maillon.member;

import org.jspecify.annotations.NullMarked;
