package coop.maillon.booking.planning;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.planning.PlanningFilter.View;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Catalogues.Moment;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import java.util.Optional;

/** The landing page: who has what today, and what is free. */
public final class PlanningRoutes {

  private final Plannings plannings;
  private final Catalogues catalogues;
  private final DayGrids grids;

  public PlanningRoutes(Plannings plannings, Catalogues catalogues, Views views) {
    this.plannings = plannings;
    this.catalogues = catalogues;
    this.grids = new DayGrids(new Rows(views));
  }

  public void mount(RouteTable routes) {
    routes.get("/", Access.SIGNED_IN, this::show);
  }

  private Future<Answer> show(Ask ask) {
    long seq = plannings.told();
    return catalogues
        .moment()
        .compose(moment -> PlanningFilter.of(ask, moment.catalogue())
            .map(filter -> show(ask, filter, new Knowing(moment, seq)))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  /** What was known before the ledger was asked. */
  private record Knowing(Moment moment, long seq) {}

  private Future<Answer> show(Ask ask, PlanningFilter filter, Knowing knowing) {
    Catalogue catalogue = knowing.moment().catalogue();
    Optional<Resource> chosen =
        filter.view() == View.WEEK ? chosen(filter, catalogue) : Optional.empty();
    return chosen
        .map(resource -> week(ask, filter.about(resource), resource, catalogue))
        .orElseGet(() -> day(ask, filter.as(View.DAY), knowing));
  }

  private Future<Answer> day(Ask ask, PlanningFilter filter, Knowing knowing) {
    return plannings
        .day(ask.who(), filter.day(), knowing.moment(), knowing.seq())
        .map(plan -> {
          var view = plan.view();
          var grid = grids.of(plan, filter, ask.words());
          var pages =
              new PlanningPages(view.catalogue(), filter, ask.who(), ask.words(), view.now());
          return Answer.page("booking/planning", pages.day(plan, grid));
        });
  }

  private Future<Answer> week(
      Ask ask, PlanningFilter filter, Resource resource, Catalogue catalogue) {
    var reader = new Plannings.Reader(ask.who(), ask.words());
    return plannings.week(reader, resource, filter.day().date(), catalogue).map(week -> {
      var pages = new PlanningPages(catalogue, filter, ask.who(), ask.words(), ask.now());
      return Answer.page("booking/planning", pages.week(week, resource));
    });
  }

  private static Optional<Resource> chosen(PlanningFilter filter, Catalogue catalogue) {
    var there = catalogue.inService(filter.day().site().id());
    return there.stream()
        .filter(resource -> resource.slug().equals(filter.resource()))
        .findFirst()
        .or(() -> there.stream().filter(filter::shows).findFirst());
  }
}
