/** Who has what and when: the ledger of time and every act on it. */
@NullMarked
package coop.maillon.booking;

import org.jspecify.annotations.NullMarked;
