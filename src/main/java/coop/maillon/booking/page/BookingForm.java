package coop.maillon.booking.page;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what was typed into a request to book, or says field by field what cannot be read. */
final class BookingForm {

  private static final int MOST_PARTICIPANTS = 50;

  private final PersonStore people = new PersonStore();
  private final Sql sql;
  private final Catalogue catalogue;

  BookingForm(Sql sql, Catalogue catalogue) {
    this.sql = sql;
    this.catalogue = catalogue;
  }

  /**
   * A form that was read.
   *
   * @param resource what is wanted first
   * @param request present where there is no problem
   */
  record Read(
      TypedBooking typed,
      Resource resource,
      Optional<TimeSlot> slot,
      Optional<BookingRequest> request,
      List<FieldProblem> problems) {}

  /** Empty where the asker may not know of such a resource. */
  Future<Optional<Read>> read(Ask ask, TypedBooking typed) {
    return Visible.resource(catalogue, ask.who(), typed.resource())
        .map(resource -> read(ask, typed, resource).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Read> read(Ask ask, TypedBooking typed, Resource resource) {
    var fields = new Typed(ask).fields();
    var slot = typed.slot().read(fields, resource.site().zone());
    noteDistance(typed, fields);
    var addresses = addresses(typed.participants());
    var wanted = new ArrayList<>(addresses);
    wanted.add(typed.onBehalf());
    return people.withAddresses(sql, wanted).map(found -> {
      var details = details(typed, fields, participants(addresses, found, fields));
      var member = member(ask.who(), typed, resource, new Found(found, fields));
      var wishes = wishes(ask.who(), typed, resource, fields);
      var request = fields.complete()
          ? slot.map(time -> new BookingRequest(
              ask.who(),
              member.id(),
              member.name(),
              anyOf(ask.who(), typed, wishes.get(0)),
              wishes.subList(1, wishes.size()),
              time,
              details,
              Optional.of(FormKey.once(typed.key(), typed.content()))))
          : Optional.<BookingRequest>empty();
      return new Read(typed, resource, slot, request, fields.problems());
    });
  }

  /** Who answers to the addresses typed, and where to note those of nobody. */
  private record Found(List<Person> people, Fields fields) {}

  private static Details details(TypedBooking typed, Fields fields, Set<MemberId> participants) {
    within(fields, "title", typed.title(), TypedBooking.TITLE);
    within(fields, "activity", typed.activity(), TypedBooking.ACTIVITY);
    return new Details(
        typed.title(),
        typed.isPrivate() ? Details.Privacy.PRIVATE : Details.Privacy.SHARED,
        typed.activity(),
        distance(fields),
        participants);
  }

  static OptionalInt distance(Fields fields) {
    return fields.whole("distanceKm", 0, 5000).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** Which car will do is a question of how far. */
  private static void noteDistance(TypedBooking typed, Fields fields) {
    if (typed.isOfAnyCar() && typed.distance().isEmpty()) {
      fields.problem("distanceKm", "field.required");
    }
  }

  private static void within(Fields fields, String name, String text, int most) {
    if (text.length() > most) {
      fields.problem(name, "field.max", "max", most);
    }
  }

  private static Person member(Who who, TypedBooking typed, Resource resource, Found found) {
    var self = new Person(new MemberId(who.id()), who.name(), who.email());
    if (typed.onBehalf().isEmpty() || typed.onBehalf().equalsIgnoreCase(who.email())) {
      return self;
    }
    if (!who.mayCoordinate(resource.site().id().value())) {
      found.fields().problem("on-behalf", "booking.field.coordinators-only");
      return self;
    }
    return withAddress(found.people(), typed.onBehalf()).orElseGet(() -> {
      found.fields().problem("on-behalf", "booking.field.nobody", "email", typed.onBehalf());
      return self;
    });
  }

  private List<Wish> wishes(Who who, TypedBooking typed, Resource resource, Fields fields) {
    var wishes = new ArrayList<Wish>();
    wishes.add(new Wish(resource, unit(typed.unit(), resource, fields)));
    for (String slug : new LinkedHashSet<>(typed.also())) {
      var other =
          Visible.resource(catalogue, who, slug).filter(one -> !one.id().equals(resource.id()));
      other
          .map(Wish::any)
          .ifPresentOrElse(wishes::add, () -> fields.problem("also", "booking.field.also"));
    }
    return wishes;
  }

  /** Where any car will do, those of the same site too, the one that the form is about first. */
  private List<Wish> anyOf(Who who, TypedBooking typed, Wish first) {
    return typed.isOfAnyCar() && first.resource().isOneCar()
        ? Stream.concat(Stream.of(first), cars(who, first.resource()).map(Wish::any))
            .toList()
        : List.of(first);
  }

  private Stream<Resource> cars(Who who, Resource car) {
    return Visible.resources(catalogue, who)
        .filter(other -> other.isOneCar() && other.site().id().equals(car.site().id()))
        .filter(other -> !other.id().equals(car.id()));
  }

  private static Optional<UnitId> unit(String typed, Resource resource, Fields fields) {
    if (typed.isEmpty() || typed.equals(TypedBooking.ANY)) {
      return Optional.empty();
    }
    var unit = resource.units().stream()
        .filter(one -> one.id().toString().equals(typed))
        .findFirst();
    if (unit.isEmpty()) {
      fields.problem("unit", "booking.field.unit", "resource", resource.name());
    }
    return unit.map(one -> one.id());
  }

  /** The addresses in a text, whatever stands between them. */
  static List<String> addresses(String text) {
    return Stream.of(text.split("[\\s,;<>]+"))
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  static Set<MemberId> participants(List<String> addresses, List<Person> found, Fields fields) {
    if (addresses.size() > MOST_PARTICIPANTS) {
      fields.problem("participants", "booking.field.too-many", "max", MOST_PARTICIPANTS);
    }
    var unknown = addresses.stream()
        .filter(address -> withAddress(found, address).isEmpty())
        .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      fields.problem("participants", "booking.field.nobody", "email", unknown);
    }
    return addresses.stream()
        .flatMap(address -> withAddress(found, address).stream())
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  private static Optional<Person> withAddress(List<Person> found, String address) {
    String folded = address.toLowerCase(Locale.ROOT);
    return found.stream()
        .filter(person -> person.email().toLowerCase(Locale.ROOT).equals(folded))
        .findFirst();
  }
}
