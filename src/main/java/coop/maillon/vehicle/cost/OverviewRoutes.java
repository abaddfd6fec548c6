package coop.maillon.vehicle.cost;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.exchange.Sheet;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What was used at the sites that somebody coordinates, and what it came to: a page a month, tables for the accountant. */
public final class OverviewRoutes {

  private final BillReads bills;
  private final Catalogues catalogues;

  public OverviewRoutes(BillReads bills, Catalogues catalogues) {
    this.bills = bills;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(OverviewPages.PATH, Access.COORDINATOR, ask -> scoped(ask, this::page));
    routes.get(OverviewPages.PATH + ".csv", Access.COORDINATOR, ask -> scoped(ask, this::table));
  }

  /** A site that they do not coordinate is none that they may ask about. */
  private Future<Answer> scoped(Ask ask, BiFunction<Ask, OverviewPages, Future<Answer>> act) {
    return catalogues.fresh().compose(catalogue -> {
      var sites = sites(ask, catalogue);
      Optional<String> wanted = ask.query("site").filter(slug -> !slug.isBlank());
      Optional<Site> site = wanted.flatMap(
          slug -> sites.stream().filter(one -> one.slug().equals(slug)).findFirst());
      var month = MonthAsked.of(ask, bills.present());
      return sites.isEmpty() || wanted.isPresent() && site.isEmpty()
          ? succeededFuture(Answer.notFound())
          : act.apply(
              ask,
              new OverviewPages(
                  ask.words(),
                  catalogue,
                  new OverviewPages.Scope(
                      month, bills.present(), sites, site, ask.who().administrator())));
    });
  }

  private static List<Site> sites(Ask ask, Catalogue catalogue) {
    return catalogue.sites().stream()
        .filter(site -> ask.who().mayCoordinate(site.id().value()))
        .toList();
  }

  private Future<Answer> page(Ask ask, OverviewPages pages) {
    var scope = pages.scope();
    var sums = bills.sums(scope.resources(pages.catalogue()), scope.month());
    var factors = bills.factors();
    return Future.all(sums, factors)
        .map(done ->
            Answer.page("vehicle/costs-of-all", pages.page(sums.result(), factors.result())));
  }

  /** Of a year where one is named, else of the month. */
  private Future<Answer> table(Ask ask, OverviewPages pages) {
    var resources = pages.scope().resources(pages.catalogue());
    Optional<Integer> year =
        ask.query("year").filter(text -> text.matches("2[0-9]{3}")).map(Integer::valueOf);
    var sums = year.map(one -> bills.sums(resources, one))
        .orElseGet(() -> bills.sums(resources, pages.scope().month()));
    String when =
        year.map(String::valueOf).orElseGet(() -> pages.scope().month().toString());
    return sums.map(all -> Answer.download(
        Sheet.TYPE,
        "costs-" + when + ".csv",
        Buffer.buffer(
            Sheet.write(new CostTable(ask.words(), pages.catalogue(), bills.zone()).all(all)))));
  }
}
