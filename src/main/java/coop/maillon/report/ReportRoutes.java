package coop.maillon.report;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.exchange.Sheet;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Reports for coordinators, of their sites: a page, and its numbers as tables, for people and for programs. */
public final class ReportRoutes {

  private static final String API = "/api/v1/reports/";

  private final Reports reports;
  private final Catalogues catalogues;

  public ReportRoutes(Reports reports, Catalogues catalogues) {
    this.reports = reports;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(
        ReportAddress.PATH,
        Access.COORDINATOR,
        ask -> catalogues.fresh().compose(catalogue -> page(ask, catalogue)));
    for (ReportTable table : ReportTable.values()) {
      String file = table.file();
      routes.get(ReportAddress.PATH + "/" + file, Access.COORDINATOR, ask -> table(ask, table));
      routes.get(API + file, Access.COORDINATOR, ask -> table(ask, table));
    }
  }

  private Future<Answer> page(Ask ask, Catalogue catalogue) {
    var form = new ScopeForm(ask, catalogue);
    if (!form.isKnown()) {
      return succeededFuture(Answer.notFound());
    }
    var scope = form.read();
    return reports.numbers(scope, catalogue, ask.now()).map(numbers -> {
      var page = new ReportPages(ask, catalogue, scope, form.address(scope), numbers)
          .page(form.problems());
      return page.anyProblem()
          ? Answer.refused("report/page", page)
          : Answer.page("report/page", page);
    });
  }

  private Future<Answer> table(Ask ask, ReportTable table) {
    return catalogues.fresh().compose(catalogue -> {
      var form = new ScopeForm(ask, catalogue);
      var scope = form.read();
      if (!form.isKnown()) {
        return succeededFuture(Answer.notFound());
      }
      return form.problems().isEmpty()
          ? reports
              .numbers(scope, catalogue, ask.now())
              .map(numbers -> table.written(numbers, catalogue, ask.words()))
              .map(text -> Answer.download(Sheet.TYPE, table.file(), Buffer.buffer(text)))
          : succeededFuture(Fields.refusal(form.problems()));
    });
  }
}
