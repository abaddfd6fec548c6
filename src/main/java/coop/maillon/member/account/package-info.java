/** What can be done with an account: signing in to it, inviting to it, opening it by a mailed link, giving it rights. */
@NullMarked
package coop.maillon.member.account;

import org.jspecify.annotations.NullMarked;
