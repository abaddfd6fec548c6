package coop.maillon.exchange;

import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Tables that go out, of the sites that somebody coordinates; their columns are those that come in. */
public final class Exports {

  /** The files there are. */
  public static final List<String> NAMES = List.of("resources", "members", "bookings");

  private final ExportStore store = new ExportStore();
  private final Database database;
  private final Catalogues catalogues;

  public Exports(Ground ground) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
  }

  /** The text of one of {@link #NAMES}, of every site: for the command line. */
  public Future<String> all(String name) {
    return of(ImportStore.who(Imports.OPERATOR, "Maillon", ""), name);
  }

  /** The text of one of {@link #NAMES}. */
  public Future<String> of(Who who, String name) {
    return catalogues
        .fresh()
        .map(catalogue -> sites(who, catalogue))
        .compose(sites -> switch (name) {
          case "resources" ->
            store.resources(database, sites).map(rows -> table(ResourceImport.COLUMNS, rows));
          case "members" ->
            store.members(database).map(rows -> table(with(MemberImport.COLUMNS, "state"), rows));
          default ->
            store
                .bookings(database, sites)
                .map(rows -> table(with(BookingImport.COLUMNS, "status", "id"), rows));
        });
  }

  private static List<Long> sites(Who who, Catalogue catalogue) {
    return catalogue.sites().stream()
        .map(site -> site.id().value())
        .filter(who::mayCoordinate)
        .toList();
  }

  private static List<String> with(List<String> columns, String... more) {
    var all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return all;
  }

  private static String table(List<String> columns, List<List<String>> rows) {
    var all = new ArrayList<List<String>>();
    all.add(columns);
    all.addAll(rows);
    return Sheet.write(all);
  }
}
