package coop.maillon.booking.act;

import coop.maillon.booking.Chain;
import coop.maillon.db.Sql;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import java.util.Collection;

/** The ledger of time as pages read it, outside of any decision: what is read may be taken a moment later. */
public final class LedgerReads {

  private final LedgerStore ledger = new LedgerStore();
  private final Sql sql;

  public LedgerReads(Sql sql) {
    this.sql = sql;
  }

  /** Every row of these units that overlaps the window; one query. */
  public Future<Chain> around(Collection<UnitId> units, TimeSlot window) {
    return ledger.around(sql, units, window);
  }
}
