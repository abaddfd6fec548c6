package coop.maillon.vehicle.reach;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.act.FreeTimes.Looking;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.fleet.Standing;
import coop.maillon.vehicle.fleet.Vehicles;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which car goes far enough, and when: the distance first. */
public final class ReachRoutes {

  private final Catalogues catalogues;
  private final FreeTimes free;
  private final Vehicles vehicles;

  public ReachRoutes(Catalogues catalogues, FreeTimes free, Vehicles vehicles) {
    this.catalogues = catalogues;
    this.free = free;
    this.vehicles = vehicles;
  }

  public void mount(RouteTable routes) {
    routes.get("/vehicles", Access.SIGNED_IN, this::show);
  }

  /** A planning that is open asks for one line of it, once somebody comes to its cars. */
  private Future<Answer> show(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> Need.of(ask, catalogue)
            .map(need -> cars(ask, need, catalogue)
                .map(cars -> new ReachPages(ask, catalogue, need).page(cars))
                .map(page -> ask.htmx()
                    ? Answer.fragment("vehicle/_far", page)
                    : Answer.page("vehicle/reach", page)))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  /** By two queries, however many cars and times: who has them, and how full they are. */
  private Future<List<Car>> cars(Ask ask, Need need, Catalogue catalogue) {
    var cars = need.among(catalogue);
    var slots = need.slots(ask.now());
    if (cars.isEmpty() || slots.isEmpty()) {
      return succeededFuture(
          cars.stream().map(car -> new Car(car, Optional.empty(), List.of())).toList());
    }
    var window = new TimeSlot(slots.get(0).start(), slots.get(slots.size() - 1).end());
    var vacancies = free.vacancies(Looking.at(window, ask.who()), cars, catalogue);
    var standings = vehicles.standings(cars);
    return Future.all(vacancies, standings)
        .map(both -> together(cars, vacancies.result(), standings.result(), slots));
  }

  private static List<Car> together(
      List<Resource> cars,
      List<Vacancy> vacancies,
      Map<ResourceId, Standing> standings,
      List<TimeSlot> slots) {
    var all = new ArrayList<Car>();
    for (int i = 0; i < cars.size(); i++) {
      var car = cars.get(i);
      all.add(Car.of(car, vacancies.get(i), Optional.ofNullable(standings.get(car.id())), slots));
    }
    return all;
  }
}
