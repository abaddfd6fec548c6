package coop.maillon.member.account;

import coop.maillon.db.Tx;
import io.vertx.core.Future;

/** Where letters are handed in, in the transaction that made their link. App fills it with `notification`. */
@FunctionalInterface
public interface Letters {

  Future<Void> post(Tx tx, Letter letter);
}
