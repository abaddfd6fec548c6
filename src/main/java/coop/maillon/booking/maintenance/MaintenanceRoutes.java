package coop.maillon.booking.maintenance;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.Ids;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** The pages on which coordinators plan closures that come back. Looking at their dates is a GET: it does nothing. */
public final class MaintenanceRoutes {

  static final String HOME = "/manage/maintenance";
  private static final String FORM = "manage/maintenance-new";

  private final Maintenances maintenances;
  private final Catalogues catalogues;

  public MaintenanceRoutes(Maintenances maintenances, Catalogues catalogues) {
    this.maintenances = maintenances;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::list);
    routes.get(HOME + "/new", Access.COORDINATOR, this::look);
    routes.post(HOME, Access.COORDINATOR, this::start);
    routes.post(HOME + "/:id/end", Access.COORDINATOR, this::end);
  }

  private Future<Answer> list(Ask ask) {
    return maintenances
        .of(ask.who())
        .compose(all -> catalogues
            .fresh()
            .map(catalogue ->
                Answer.page("manage/maintenance", MaintenancesPage.of(ask, all, catalogue))));
  }

  private Future<Answer> look(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      if (ask.query("date").isEmpty()) {
        var blank = MaintenanceForm.blank(ask, catalogue);
        return succeededFuture(Answer.page(FORM, MaintenancePage.of(ask, blank, catalogue)));
      }
      var read = MaintenanceForm.of(ask, catalogue);
      return read.wish()
          .map(wish -> plan(ask, wish, MaintenancePage.of(ask, read.typed(), catalogue)))
          .orElseGet(() -> succeededFuture(refused(ask, read, catalogue)));
    });
  }

  private Future<Answer> plan(Ask ask, Maintenance.Wish wish, MaintenancePage page) {
    return maintenances
        .plan(ask.who(), wish)
        .map(dates -> dates
            .map(found -> Answer.page(FORM, page.with(ask, wish, found)))
            .orElseGet(Answer::forbidden));
  }

  private Future<Answer> start(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var read = MaintenanceForm.of(ask, catalogue);
      return read.wish()
          .map(wish -> maintenances
              .start(ask.who(), wish)
              .map(id -> id.map(
                      made -> Answer.seeOther(HOME).saying(ask.words().say("maintenance.started")))
                  .orElseGet(Answer::forbidden)))
          .orElseGet(() -> succeededFuture(refused(ask, read, catalogue)));
    });
  }

  private static Answer refused(Ask ask, MaintenanceForm.Read read, Catalogue catalogue) {
    return Answer.refused(FORM, MaintenancePage.of(ask, read.typed(), catalogue));
  }

  private Future<Answer> end(Ask ask) {
    return Ids.read(ask.path("id"))
        .map(id -> maintenances
            .end(ask.who(), new Maintenance.Id(id))
            .map(ended -> ended
                ? Answer.seeOther(HOME).saying(ask.words().say("maintenance.ended"))
                : Answer.notFound()))
        .orElse(succeededFuture(Answer.notFound()));
  }
}
