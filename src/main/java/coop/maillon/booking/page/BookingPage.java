package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.arriving.Stay;
import coop.maillon.booking.bill.CostPart;
import coop.maillon.booking.repeat.SeriesPart;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What booking/show shows: when and where at a size that one reads while walking, then what can be done.
 *
 * @param elsewhere where the ways out of a refusal are sent
 */
record BookingPage(
    String title,
    String id,
    int version,
    Where where,
    State state,
    About about,
    Doable doable,
    List<Step> story,
    MoveForm move,
    Optional<Refusal> refusal,
    String elsewhere,
    Optional<AskFirst> agreement,
    Stay stay,
    Optional<SeriesPart> series,
    Optional<CostPart> cost) {

  /** Whether one is asked how many dates are meant. */
  public boolean chooses() {
    return series.filter(SeriesPart::chooses).isPresent();
  }

  public boolean hasRefusal() {
    return refusal.isPresent();
  }

  /**
   * Where and when.
   *
   * @param day with "today" where it is
   * @param unit which one, once it is certain
   * @param anyCar that another car may still take its place, in a sentence
   * @param given which one it is where any would have done, for whoever drives it
   */
  record Where(
      String resource,
      String slug,
      String times,
      String day,
      String site,
      String planning,
      String planningDay,
      Optional<String> unit,
      boolean unitLater,
      Optional<String> anyCar,
      Optional<String> given,
      Optional<String> with) {}

  /** What the page of a booking that any of several cars would do for says of its car; nothing of any other. */
  record AnyCarWords(Booking booking, Resource car, Ask ask, Instant now) {

    /** Which it is for now, while another may still take its place. */
    Optional<String> open() {
      return Optional.of(ask.words().say("booking.show.any-car", "name", car.name()))
          .filter(text -> booking.isOpenAt(now));
    }

    /** Which it is in the end, to whoever drives it. */
    Optional<String> given() {
      boolean isGiven = !booking.first().anyOf().isEmpty()
          && booking.isFor(ask.who().id())
          && booking.statusAt(now).occupies()
          && !booking.isOpenAt(now);
      return Optional.of(ask.words()
              .say(
                  "booking.show.any-car.given",
                  Map.of("name", car.name(), "place", car.site().place())))
          .filter(text -> isGiven);
    }
  }

  /** Where it stands; always an icon and a word. */
  record State(String kind, String icon, String label) {}

  /** What the reader may know of it. */
  record About(
      String booker,
      Optional<String> heading,
      String participants,
      Optional<String> activity,
      Optional<String> distance,
      boolean isPrivate,
      Optional<String> access,
      Optional<String> accessFrom,
      Optional<String> reason) {

    public boolean anybody() {
      return !participants.isEmpty();
    }
  }

  /**
   * What the reader may do now.
   *
   * @param charge that the car will not be full enough, where it will not
   */
  record Doable(
      boolean change,
      boolean move,
      boolean cancel,
      boolean pending,
      boolean decide,
      boolean drives,
      boolean seats,
      Optional<String> charge,
      Optional<UndoWay> undo,
      Optional<String> again,
      String key,
      DetailsForm details) {}

  /** The last act, while it can be taken back. */
  record UndoWay(String sentence, String left, String until) {

    static UndoWay of(String sentence, Instant until, Instant now, Words words) {
      long left = Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
      return new UndoWay(
          sentence,
          words.say("booking.show.undo.left", "minutes", words.minutes((int) left)),
          until.toString());
    }
  }

  /** What the booking says, as it can be changed. */
  record DetailsForm(
      String heading,
      boolean isPrivate,
      String activity,
      String distance,
      String participants,
      Map<String, String> problems) {

    static DetailsForm of(Booking booking, List<Person> people) {
      var details = booking.details();
      return new DetailsForm(
          details.title(),
          details.isPrivate(),
          details.activity(),
          TypedBooking.km(booking),
          people.stream().map(Person::email).collect(Collectors.joining(", ")),
          Map.of());
    }

    public boolean incomplete() {
      return !problems.isEmpty();
    }
  }

  /** Where it shall be instead. */
  record MoveForm(
      TypedSlot slot,
      List<ResourceChoice> resources,
      boolean asks,
      boolean open,
      Map<String, String> problems) {

    /** What is to be mended, each in a sentence. */
    public List<String> sentences() {
      return List.copyOf(problems.values());
    }
  }

  /** One resource to move to. */
  record ResourceChoice(String value, String label, boolean chosen) {}

  /** A move that needs a yes: said before it is made. */
  record AskFirst(String resource, TypedSlot slot) {}

  /** One link of the story; {@code tone} is done, now, next. */
  record Step(String tone, String label, String at) {

    public boolean now() {
      return tone.equals("now");
    }
  }
}
