package coop.maillon.vehicle.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.maillon.booking.bill.TariffWords;
import coop.maillon.booking.page.TypedSlot;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.reach.ReachPage.Cell;
import coop.maillon.vehicle.reach.ReachPage.Needs;
import coop.maillon.vehicle.reach.ReachPage.Row;
import coop.maillon.web.Ask;
import coop.maillon.web.SearchBox.Choice;
import coop.maillon.web.Words;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Words how far cars go. */
record ReachPages(Ask ask, Catalogue catalogue, Need need) {

  ReachPage page(List<Car> cars) {
    LocalDate day = need.date();
    LocalDate today = LocalDate.ofInstant(ask.now(), need.site().zone());
    return new ReachPage(
        words().say("reach.title", "site", need.site().name()),
        words().day(day),
        answer(cars),
        needs(),
        cars.stream().map(this::row).toList(),
        day.isAfter(today) ? Optional.of(need.on(day.minusDays(1))) : Optional.empty(),
        need.on(day.plusDays(1)),
        ask.who().guest()
            ? Optional.empty()
            : Optional.of("/vehicles/charging?site=" + need.site().slug()));
  }

  private String answer(List<Car> cars) {
    long enough = cars.stream().filter(car -> !car.enough(need).isEmpty()).count();
    return need.km().isEmpty()
        ? words().say("reach.answer.open", "length", words().minutes(need.minutes()))
        : words()
            .say(
                "reach.answer",
                Map.of(
                    "km", need.km().getAsInt(),
                    "length", words().minutes(need.minutes()),
                    "count", enough));
  }

  private Row row(Car car) {
    String slug = car.resource().slug();
    boolean isTold = !car.isUnread() && !car.free().isEmpty();
    return new Row(
        "car-" + slug,
        slug,
        car.resource().name(),
        about(car),
        String.join(" ", new TariffWords(words()).present(car.resource(), ask.now())),
        car.farthest().stream().mapToObj(this::km).findFirst(),
        isTold
            ? car.starts().stream().map(start -> cell(car.resource(), start)).toList()
            : List.of());
  }

  private String about(Car car) {
    if (car.isUnread()) {
      return words().say("vehicle.never-read");
    }
    if (car.free().isEmpty()) {
      return words().say("reach.full");
    }
    if (need.km().isPresent()) {
      return words().say("reach.enough", "count", car.enough(need).size());
    }
    OptionalInt farthest = car.farthest();
    return farthest.isPresent()
        ? words().say("reach.farthest", "km", farthest.getAsInt())
        : words().say("reach.any");
  }

  private Cell cell(Resource car, Car.Start start) {
    String time = time(start.slot());
    if (!start.isFree()) {
      return new Cell("taken", "", time, "", words().say("reach.taken"), Optional.empty());
    }
    boolean isEnough = need.isEnough(start.farthest());
    boolean isAsked = need.km().isPresent();
    return new Cell(
        !isAsked ? "" : isEnough ? "enough" : "short",
        !isAsked ? "" : isEnough ? "check" : "battery",
        time,
        start.farthest().stream()
            .mapToObj(this::km)
            .findFirst()
            .orElseGet(() -> words().say("reach.free")),
        !isAsked ? "" : words().say(isEnough ? "reach.is-enough" : "reach.is-short"),
        Optional.of(form(car, start.slot())));
  }

  private String km(int km) {
    return words().say("reach.km.short", "km", km);
  }

  private String time(TimeSlot slot) {
    return words().time(LocalTime.ofInstant(slot.start(), need.site().zone()));
  }

  /** The form that books it, with all that is known. */
  private String form(Resource car, TimeSlot slot) {
    var typed = TypedSlot.of(slot, need.site().zone());
    return "/bookings/new?resource=" + URLEncoder.encode(car.slug(), UTF_8) + "&date="
        + typed.date() + "&start=" + typed.start() + "&end=" + typed.end()
        + (typed.endDate().isEmpty() ? "" : "&end-date=" + typed.endDate())
        + (typed.startLater() ? "&start-later=1" : "")
        + (typed.endLater() ? "&end-later=1" : "")
        + need.km().stream().mapToObj(km -> "&distanceKm=" + km).findFirst().orElse("");
  }

  private Needs needs() {
    return new Needs(
        need.km().stream().mapToObj(Integer::toString).findFirst().orElse(""),
        need.date().toString(),
        need.from().map(LocalTime::toString).orElse(""),
        lengths(),
        sites());
  }

  private List<Choice> lengths() {
    return Stream.concat(Stream.of(60, 120, 180, 240, 360, 480, 720), Stream.of(need.minutes()))
        .distinct()
        .sorted()
        .map(minutes ->
            new Choice(minutes.toString(), words().minutes(minutes), minutes == need.minutes()))
        .toList();
  }

  private List<Choice> sites() {
    return catalogue.sites().stream()
        .filter(site -> ask.who().maySee(site.id().value()))
        .map(site -> new Choice(site.slug(), site.name(), isChosen(site)))
        .toList();
  }

  private boolean isChosen(Site site) {
    return site.id().equals(need.site().id());
  }

  private Words words() {
    return ask.words();
  }
}
