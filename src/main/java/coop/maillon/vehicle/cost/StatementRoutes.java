package coop.maillon.vehicle.cost;

import coop.maillon.exchange.Sheet;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** What one used oneself, and what it came to: a page a month, a table a year. */
public final class StatementRoutes {

  private final BillReads bills;
  private final Catalogues catalogues;

  public StatementRoutes(BillReads bills, Catalogues catalogues) {
    this.bills = bills;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(StatementPages.PATH, Access.SIGNED_IN, this::page);
    routes.get(StatementPages.PATH + ".csv", Access.SIGNED_IN, this::table);
  }

  private Future<Answer> page(Ask ask) {
    var month = MonthAsked.of(ask, bills.present());
    var catalogue = catalogues.fresh();
    var uses = bills.uses(ask.who(), month.getYear());
    var factors = bills.factors();
    return Future.all(catalogue, uses, factors)
        .map(done -> Answer.page(
            "vehicle/costs",
            new StatementPages(ask.words(), catalogue.result(), bills.zone())
                .page(new StatementPages.Known(
                    uses.result(), month, bills.present(), factors.result()))));
  }

  private Future<Answer> table(Ask ask) {
    var month = MonthAsked.of(ask, bills.present());
    var catalogue = catalogues.fresh();
    var uses = bills.uses(ask.who(), month.getYear());
    return Future.all(catalogue, uses).map(done -> {
      var rows = new CostTable(ask.words(), catalogue.result(), bills.zone()).own(uses.result());
      return Answer.download(
          Sheet.TYPE, "costs-" + month.getYear() + ".csv", Buffer.buffer(Sheet.write(rows)));
    });
  }
}
