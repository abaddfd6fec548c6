/** The one way to PostgreSQL: connections, transactions, locks, migrations. Knows no feature. */
@NullMarked
package coop.maillon.db;

import org.jspecify.annotations.NullMarked;
