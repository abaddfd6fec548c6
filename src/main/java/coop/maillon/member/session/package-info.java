/** How people prove who they are: passwords, sessions, tokens, and what slows down guessing. */
@NullMarked
package coop.maillon.member.session;

import org.jspecify.annotations.NullMarked;
