package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.act.FreeTimes.Looking;
import coop.maillon.booking.beforehand.Beforehand;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.beforehand.Reach;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finding a slot: the need first, then what meets it. */
final class OpeningsRoutes {

  private static final int NEAR_DAYS = 14;

  private final Catalogues catalogues;
  private final FreeTimes free;
  private final BeforehandReads beforehand;

  private final Reach reach;

  OpeningsRoutes(Catalogues catalogues, FreeTimes free, BeforehandReads beforehand, Reach reach) {
    this.catalogues = catalogues;
    this.free = free;
    this.beforehand = beforehand;
    this.reach = reach;
  }

  void mount(RouteTable routes) {
    routes.get("/openings", Access.SIGNED_IN, this::find);
  }

  private Future<Answer> find(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var wish = OpeningsWish.of(ask, catalogue);
      var resources = wish.among(ask, catalogue);
      return vacancies(ask, catalogue, resources, window(wish, resources, 0, 2))
          .compose(vacancies -> page(ask, catalogue, wish, vacancies));
    });
  }

  /**
   * Where the day has nothing, the days around it are looked at too. Of cars one reads how far they go rather than what
   * quotas leave, which the form says.
   */
  private Future<Answer> page(
      Ask ask, Catalogue catalogue, OpeningsWish wish, List<Vacancy> vacancies) {
    var pages = new OpeningsPages(ask, catalogue, wish, Reach.Far.UNKNOWN);
    var found = pages.days(vacancies);
    var resources = wish.among(ask, catalogue);
    if (!found.isEmpty() && wish.isForCars()) {
      return reach
          .ofAll(resources)
          .map(far -> new OpeningsPages(ask, catalogue, wish, far))
          .map(known -> known.page(known.days(vacancies), List.of(), List.of()))
          .map(page -> Answer.page("booking/openings", page));
    }
    if (!found.isEmpty()) {
      return left(ask, wish, resources)
          .map(left -> Answer.page("booking/openings", pages.page(found, List.of(), left)));
    }
    return vacancies(ask, catalogue, resources, window(wish, resources, -NEAR_DAYS, 2 * NEAR_DAYS))
        .map(around ->
            Answer.page("booking/openings", pages.page(List.of(), pages.near(around), List.of())));
  }

  /** What quotas leave that day of what is found. */
  private Future<List<String>> left(Ask ask, OpeningsWish wish, List<Resource> resources) {
    var slot = window(wish, resources, 0, 1);
    var now = BeforehandReads.Looking.now(ask.who(), resources, ask.now());
    return beforehand
        .of(
            new BeforehandReads.Looking(
                ask.who(), now.member(), resources, slot.orElse(now.slot()), ask.now()),
            ask.words())
        .map(Beforehand::left);
  }

  private Future<List<Vacancy>> vacancies(
      Ask ask, Catalogue catalogue, List<Resource> resources, Optional<TimeSlot> window) {
    return window
        .map(span -> free.vacancies(Looking.at(span, ask.who()), resources, catalogue))
        .orElseGet(() -> succeededFuture(List.of()));
  }

  /** From the day of the wish, or some days later, for so many days, wherever the resources are. */
  private static Optional<TimeSlot> window(
      OpeningsWish wish, List<Resource> resources, int later, int days) {
    var zones =
        resources.stream().map(resource -> resource.site().zone()).distinct().toList();
    var day = wish.date().plusDays(later);
    var from = later == 0 ? wish.from().orElse(LocalTime.MIN) : LocalTime.MIN;
    var first = zones.stream()
        .map(zone -> day.atTime(from).atZone(zone).toInstant())
        .min(Comparator.<Instant>naturalOrder());
    var last = zones.stream()
        .map(zone -> day.plusDays(days).atStartOfDay(zone).toInstant())
        .max(Comparator.<Instant>naturalOrder());
    return first.flatMap(start -> last.flatMap(end -> TimeSlot.between(start, end)));
  }
}
