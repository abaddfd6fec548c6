/** What others see of a member, told by the rules that decide it. */
@NullMarked
package coop.maillon.privacy.seen;

import org.jspecify.annotations.NullMarked;
