/** Groups and teams: who belongs to which, and the pages on which coordinators say so. */
@NullMarked
package coop.maillon.member.group;

import org.jspecify.annotations.NullMarked;
