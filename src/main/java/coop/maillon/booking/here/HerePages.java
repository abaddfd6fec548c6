package coop.maillon.booking.here;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.arriving.Entry;
import coop.maillon.booking.arriving.StayWords;
import coop.maillon.booking.page.Option;
import coop.maillon.booking.page.Refusal;
import coop.maillon.booking.page.RefusalOf;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.page.Place;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Words a resource at this moment for one reader. */
record HerePages(Ask ask, Here here) {

  HerePage page() {
    return page(Optional.empty());
  }

  /** The same, with why it was not had. */
  HerePage refused(BookingOutcome why) {
    var wanted = here.wanted(Here.TAKEN_MINUTES);
    var telling = new Refusal.Telling(
        new Option.Wished(resource(), wanted),
        Optional.empty(),
        Refusal.Moment.ASKING,
        here.catalogue(),
        words());
    return page(RefusalOf.outcome(why, telling).map(Refusal::unwaited));
  }

  private HerePage page(Optional<Refusal> refusal) {
    var own = here.own().map(this::own);
    return new HerePage(
        resource().name(),
        resource().slug(),
        new Place(resource(), words()).line(),
        resource().isOneCar(),
        state(),
        line(),
        own,
        own.isPresent() ? Optional.empty() : here.takeable().map(this::take),
        own.isPresent() ? Optional.empty() : here.later().map(this::later),
        refusal,
        UUID.randomUUID().toString());
  }

  private HerePage.State state() {
    boolean isLate = here.present().filter(one -> one.isLateAt(ask.now())).isPresent();
    if (isLate && !resource().isPool()) {
      return new HerePage.State("no", "alert", words().say("planning.late"));
    }
    return here.freeUntil().isPresent() ? free() : taken();
  }

  private HerePage.State free() {
    String until = said().time(here.freeUntil().orElseThrow());
    int units = resource().units().size();
    String label = resource().isPool()
        ? words().say("here.free.some", "free", here.freeUnits(), "units", units)
        : words().say("here.free.until", "time", until);
    return new HerePage.State("ok", "check", label);
  }

  private HerePage.State taken() {
    if (!here.isOpen()) {
      return new HerePage.State("", "lock", words().say("here.shut"));
    }
    return here.present().filter(one -> one.isFor(here.who().id())).isPresent()
        ? new HerePage.State("live", "user", words().say("planning.now.mine"))
        : new HerePage.State("", "clock", words().say("here.taken"));
  }

  /** Who has it and until when; of a pool, when the next is free. */
  private String line() {
    if (here.own().isPresent() || here.freeUntil().isPresent()) {
      return "";
    }
    String again = here.freeFrom()
        .map(from -> words().say("here.free.from", "time", said().time(from)))
        .orElse("");
    String who = resource().isPool() ? "" : here.present().map(this::who).orElse("");
    return who.isEmpty() || again.isEmpty() ? who + again : who + " · " + again;
  }

  private String who(Booking booking) {
    String name = Visibility.of(booking, here.who(), here.catalogue()).seesName()
        ? BookingJson.firstNameAndInitial(booking.memberName())
        : words().say("planning.taken");
    return name + " · " + said().times(booking.slot());
  }

  private HerePage.Own own(Here.Lying lying) {
    Booking booking = lying.booking();
    var entry = new Entry(booking, Acts.resources(booking, here.catalogue()), ask.now());
    String access =
        entry.told().stream().map(Resource::accessInfo).collect(Collectors.joining(" · "));
    String title = booking.details().title();
    return new HerePage.Own(
        "/bookings/" + booking.id(),
        said().times(booking.slot()),
        title.isEmpty() ? words().say("planning.mine") : title,
        Optional.of(access).filter(text -> !text.isEmpty()),
        new StayWords(ask, here.catalogue())
            .of(booking, lying.around(), "/here/" + resource().slug()));
  }

  private HerePage.Take take(TimeSlot slot) {
    int minutes = (int) slot.minutes();
    return new HerePage.Take(
        minutes,
        words().say("here.take." + resource().kind().word(), "length", words().minutes(minutes)),
        words().say("planning.card.until", "time", said().time(slot.end())));
  }

  private HerePage.Later later(Booking booking) {
    return new HerePage.Later(
        "/bookings/" + booking.id(),
        words().say("here.later", "times", said().times(booking.slot())));
  }

  private Resource resource() {
    return here.resource();
  }

  private Words words() {
    return ask.words();
  }

  private SlotWords said() {
    return new SlotWords(words(), resource().site().zone());
  }
}
