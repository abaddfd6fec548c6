package coop.maillon.booking.page;

import coop.maillon.booking.beforehand.Reach;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.booking.page.OpeningsPage.DayOf;
import coop.maillon.booking.page.OpeningsPage.Line;
import coop.maillon.booking.page.OpeningsPage.Near;
import coop.maillon.booking.page.OpeningsPage.Need;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.page.Place;
import coop.maillon.web.Ask;
import coop.maillon.web.SearchBox.Choice;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is free into the words of the page that finds a slot. */
record OpeningsPages(Ask ask, Catalogue catalogue, OpeningsWish wish, Reach.Far far) {

  /** How many starts of a resource are looked at: a day of quarters of an hour. */
  private static final int STARTS = 200;

  private static final int NEAR_STARTS = 3000;
  private static final int EACH = 2;
  private static final int A_DAY = 12;
  private static final int MOST_NEAR = 4;
  private static final int ALSO = 2;

  /** A slot, and the next times at which it could start instead. */
  private record Offer(Resource resource, TimeSlot slot, List<TimeSlot> also) {

    LocalDate day() {
      return LocalDate.ofInstant(slot.start(), resource.site().zone());
    }

    boolean isAsEarlyAs(Offer other) {
      return slot.start().equals(other.slot.start());
    }
  }

  /** @param left what quotas leave, as sentences */
  OpeningsPage page(List<DayOf> days, List<Near> near, List<String> left) {
    int count = days.stream().mapToInt(day -> day.lines().size()).sum();
    return new OpeningsPage(
        words().say("booking.openings"),
        words().say("booking.openings.count", "count", count),
        need(),
        days,
        near,
        left);
  }

  /** The day of the wish, and the next where that has little. */
  List<DayOf> days(List<Vacancy> vacancies) {
    Map<LocalDate, List<Offer>> byDay = vacancies.stream()
        .flatMap(this::offers)
        .filter(offer -> !isTooEarly(offer))
        .sorted(Comparator.comparing((Offer offer) -> offer.slot().start())
            .thenComparing(offer -> asksApproval(offer.resource()))
            .thenComparing(offer -> offer.resource().capacity()))
        .collect(Collectors.groupingBy(Offer::day, TreeMap::new, Collectors.toList()));
    var days = new ArrayList<DayOf>();
    byDay.forEach((day, offers) -> {
      boolean isWanted = day.equals(wish.date());
      boolean isNext = day.equals(wish.date().plusDays(1)) && enough(days) < EACH * 2;
      if (isWanted || isNext && !days.isEmpty()) {
        days.add(day(day, offers));
      }
    });
    return days;
  }

  /** The nearest days that have something, in their order. */
  List<Near> near(List<Vacancy> vacancies) {
    return vacancies.stream()
        .flatMap(vacancy -> vacancy.earliest(wish.minutes(), NEAR_STARTS).stream()
            .map(slot -> LocalDate.ofInstant(
                slot.start(), catalogue.known(vacancy.resource()).site().zone())))
        .distinct()
        .sorted(
            Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(wish.date(), day))))
        .limit(MOST_NEAR)
        .sorted()
        .map(day -> new Near(wish.on(day), words().day(day)))
        .toList();
  }

  private static int enough(List<DayOf> days) {
    return days.stream().mapToInt(day -> day.lines().size()).sum();
  }

  private boolean isTooEarly(Offer offer) {
    var start = offer.slot().start().atZone(offer.resource().site().zone());
    return start.toLocalDate().isBefore(wish.date())
        || start.toLocalDate().equals(wish.date())
            && start.toLocalTime().isBefore(wish.from().orElse(LocalTime.MIN));
  }

  /** Of a resource that is free all day, a few times apart, each with the next ones. */
  private Stream<Offer> offers(Vacancy vacancy) {
    var resource = catalogue.known(vacancy.resource());
    var offers = new ArrayList<Offer>();
    for (TimeSlot slot : vacancy.earliest(wish.minutes(), STARTS)) {
      boolean isApart =
          offers.isEmpty() || !slot.start().isBefore(last(offers).slot().end());
      if (isApart) {
        offers.add(new Offer(resource, slot, new ArrayList<>()));
      } else if (last(offers).also().size() < ALSO) {
        last(offers).also().add(slot);
      }
    }
    var each = new TreeMap<LocalDate, Integer>();
    return offers.stream().filter(offer -> each.merge(offer.day(), 1, Integer::sum) <= EACH);
  }

  private static Offer last(List<Offer> offers) {
    return offers.get(offers.size() - 1);
  }

  private DayOf day(LocalDate day, List<Offer> offers) {
    var shown = offers.stream().limit(A_DAY).toList();
    var lines = new ArrayList<Line>();
    for (Offer offer : shown) {
      boolean best = day.equals(wish.date()) && offer.isAsEarlyAs(shown.get(0)) && lines.isEmpty();
      lines.add(line(offer, best ? "best" : ""));
    }
    return new DayOf("day-" + day, words().day(day), lines);
  }

  private Line line(Offer offer, String tone) {
    var resource = offer.resource();
    var said = new SlotWords(words(), resource.site().zone());
    return new Line(
        tone,
        said.times(offer.slot()),
        tone.isEmpty() ? soon(offer) : words().say("booking.openings.best"),
        resource.name(),
        resource.slug(),
        about(offer),
        offer.also().isEmpty()
            ? ""
            : words()
                .say(
                    "booking.openings.also",
                    "times",
                    offer.also().stream()
                        .map(slot -> said.time(slot.start()))
                        .collect(Collectors.joining(", "))),
        Option.value(resource, offer.slot()),
        FormKey.next());
  }

  private String soon(Offer offer) {
    var left = Duration.between(ask.now(), offer.slot().start());
    if (left.toMinutes() <= 0) {
      return words().say("booking.openings.now");
    }
    return left.toHours() < 12
        ? words().say("booking.openings.in", "length", words().minutes((int) left.toMinutes()))
        : "";
  }

  private String about(Offer offer) {
    var resource = offer.resource();
    var parts = new ArrayList<String>();
    far.of(resource, offer.slot())
        .ifPresent(km -> parts.add(words().say("booking.openings.far", "km", km)));
    parts.add(new Place(resource, words()).line());
    if (wish.capacity() > 1) {
      parts.add(words()
          .say(
              resource.capacity() > 2 * wish.capacity()
                  ? "booking.openings.large"
                  : "booking.openings.fit"));
    }
    if (asksApproval(resource)) {
      parts.add(words().say("booking.openings.asks"));
    }
    return String.join(" · ", parts);
  }

  private boolean asksApproval(Resource resource) {
    return resource.policy().asksApproval()
        && !ask.who().mayCoordinate(resource.site().id().value());
  }

  private Need need() {
    return new Need(
        kinds(),
        wish.date().toString(),
        wish.from().map(LocalTime::toString).orElse(""),
        lengths(),
        wish.capacity(),
        sites(),
        wish.isForCars() ? Optional.of(wish.byDistance()) : Optional.empty());
  }

  private List<Choice> kinds() {
    var all = new ArrayList<Choice>();
    all.add(new Choice("", words().say("resource.list.kind.any"), wish.kind().isEmpty()));
    Stream.of(Kind.values())
        .map(kind -> new Choice(
            kind.word(),
            words().say("resource.kind." + kind.word()),
            wish.kind().filter(chosen -> chosen == kind).isPresent()))
        .forEach(all::add);
    return all;
  }

  private List<Choice> lengths() {
    return Stream.concat(Stream.of(30, 60, 90, 120, 180, 240, 480), Stream.of(wish.minutes()))
        .distinct()
        .sorted()
        .map(minutes ->
            new Choice(minutes.toString(), words().minutes(minutes), minutes == wish.minutes()))
        .toList();
  }

  private List<Choice> sites() {
    var all = new ArrayList<Choice>();
    all.add(new Choice("", words().say("booking.openings.site.any"), wish.site().isEmpty()));
    catalogue.sites().stream()
        .filter(site -> ask.who().maySee(site.id().value()))
        .map(site -> new Choice(site.slug(), site.name(), isChosen(site)))
        .forEach(all::add);
    return all;
  }

  private boolean isChosen(Site site) {
    return wish.site().filter(chosen -> chosen.id().equals(site.id())).isPresent();
  }

  private Words words() {
    return ask.words();
  }
}
