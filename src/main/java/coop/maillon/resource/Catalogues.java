package coop.maillon.resource;

import coop.maillon.db.Database;
import coop.maillon.db.Sql;
import coop.maillon.db.Stamp;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The catalogue at hand. Sites and resources change rarely and every page needs them, so a node keeps the last one it read
 * and asks the database only whether its number still stands.
 */
public final class Catalogues {

  private final CatalogueStore store = new CatalogueStore();
  private final Database database;
  private volatile Optional<Catalogue> last = Optional.empty();

  public Catalogues(Database database) {
    this.database = database;
  }

  /** The catalogue as it is now: one small query, and the whole only where its number has changed. */
  public Future<Catalogue> fresh() {
    return last.isPresent() ? moment().map(Moment::catalogue) : read();
  }

  /**
   * The catalogue as it is now, and when that is.
   *
   * @param stamp taken before anything that is read from now on
   */
  public record Moment(Catalogue catalogue, Stamp stamp) {}

  /** The same with its moment, for whoever keeps more than the catalogue. */
  public Future<Moment> moment() {
    return store
        .newest(database)
        .compose(newest ->
            atLeast(newest.version()).map(catalogue -> new Moment(catalogue, newest.stamp())));
  }

  /** The last one read, perhaps not the newest: for whoever compares its number later. */
  public Future<Catalogue> atHand() {
    return last.map(Future::succeededFuture).orElseGet(this::read);
  }

  /** Reads it again. */
  public Future<Catalogue> read() {
    return read(database);
  }

  /** Reads it again as a transaction sees it; kept only by a later reader, since the transaction may fail. */
  public Future<Catalogue> within(Sql tx) {
    return store.all(tx);
  }

  private Future<Catalogue> atLeast(long version) {
    return last.filter(known -> known.version() == version)
        .map(Future::succeededFuture)
        .orElseGet(this::read);
  }

  private Future<Catalogue> read(Sql sql) {
    return store.all(sql).onSuccess(catalogue -> last = Optional.of(catalogue));
  }
}
