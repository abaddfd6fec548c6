package coop.maillon.booking.planning;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Ask;
import coop.maillon.web.Who;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the planning is asked for; all of it stands in the address, so that it can be kept and sent.
 *
 * @param kinds those shown; all where none is named
 * @param resource slug of the one whose week is shown, may be empty
 */
record PlanningFilter(Day day, View view, Set<Kind> kinds, Set<Option> options, String resource) {

  /** A day of many, or a week of one. */
  enum View {
    DAY,
    WEEK
  }

  /** What else may be asked for, and how the address says it. */
  enum Option {
    FREE_NOW("free", "now"),
    WHEELCHAIR("access", "wheelchair"),
    WHOLE_DAY("hours", "all");

    final String name;
    final String value;

    Option(String name, String value) {
      this.name = name;
      this.value = value;
    }
  }

  /** Empty where the reader may see no such site. */
  static Optional<PlanningFilter> of(Ask ask, Catalogue catalogue) {
    return site(ask, catalogue).map(site -> {
      var today = Day.of(site, ask.now());
      return new PlanningFilter(
          ask.query("date")
              .flatMap(PlanningFilter::date)
              .map(date -> new Day(site, date))
              .orElse(today),
          ask.query("view").filter("week"::equals).map(week -> View.WEEK).orElse(View.DAY),
          kinds(ask),
          options(ask),
          ask.query("resource").orElse(""));
    });
  }

  /** The sites whose planning somebody may see. */
  static List<Site> sites(Catalogue catalogue, Who who) {
    return catalogue.sites().stream()
        .filter(site -> who.maySee(site.id().value()))
        .toList();
  }

  boolean asks(Option option) {
    return options.contains(option);
  }

  boolean shows(Resource resource) {
    boolean accessible =
        !asks(Option.WHEELCHAIR) || "true".equals(resource.attributes().get("wheelchair"));
    return kinds.contains(resource.kind()) && accessible;
  }

  boolean isNarrow() {
    return kinds.size() < Kind.values().length || asks(Option.FREE_NOW) || asks(Option.WHEELCHAIR);
  }

  PlanningFilter on(LocalDate date) {
    return new PlanningFilter(new Day(day.site(), date), view, kinds, options, resource);
  }

  PlanningFilter as(View other) {
    return new PlanningFilter(day, other, kinds, options, resource);
  }

  PlanningFilter about(Resource one) {
    return new PlanningFilter(day, view, kinds, options, one.slug());
  }

  /** With the whole day, or with its usual hours if it is whole now. */
  PlanningFilter withOtherHours() {
    var others = EnumSet.copyOf(options.isEmpty() ? EnumSet.noneOf(Option.class) : options);
    if (!others.remove(Option.WHOLE_DAY)) {
      others.add(Option.WHOLE_DAY);
    }
    return new PlanningFilter(day, view, kinds, others, resource);
  }

  /** The same without what narrows it. */
  PlanningFilter wide() {
    return new PlanningFilter(day, view, EnumSet.allOf(Kind.class), Set.of(), resource);
  }

  /** Where this is to be read. */
  String address() {
    var address = new StringBuilder("/?site=" + day.site().slug() + "&date=" + day.date());
    if (view == View.WEEK) {
      address.append("&view=week");
    }
    if (kinds.size() < Kind.values().length) {
      kinds.forEach(kind -> address.append("&kind=").append(kind.word()));
    }
    options.forEach(
        option -> address.append("&").append(option.name).append("=").append(option.value));
    return address.append(resource.isEmpty() ? "" : "&resource=" + resource).toString();
  }

  private static Optional<Site> site(Ask ask, Catalogue catalogue) {
    List<Site> sites = sites(catalogue, ask.who());
    if (ask.query("site").isPresent()) {
      String wanted = ask.query("site").orElseThrow();
      return sites.stream().filter(site -> site.slug().equals(wanted)).findFirst();
    }
    return ask.who()
        .homeSite()
        .flatMap(home -> catalogue.site(new SiteId(home)))
        .filter(sites::contains)
        .or(() -> sites.stream().findFirst());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> date.getYear() > 1999 && date.getYear() < 2200);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Set<Kind> kinds(Ask ask) {
    Set<Kind> named = ask.queryAll("kind").stream()
        .flatMap(word -> Kind.ofWord(word).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    return named.isEmpty() ? EnumSet.allOf(Kind.class) : named;
  }

  private static Set<Option> options(Ask ask) {
    return Stream.of(Option.values())
        .filter(option -> ask.query(option.name).filter(option.value::equals).isPresent())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Option.class)));
  }
}
