/** Who has given and who owes: accounts, transfers that sum to zero, promises. Knows nothing of what is given. */
@NullMarked
package coop.maillon.ledger;

import org.jspecify.annotations.NullMarked;
