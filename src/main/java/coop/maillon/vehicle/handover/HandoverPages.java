package coop.maillon.vehicle.handover;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Violation;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.arriving.Entry;
import coop.maillon.booking.arriving.Moments;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.vehicle.damage.DamageCard;
import coop.maillon.vehicle.damage.DamagePart;
import coop.maillon.vehicle.handover.Handovers.Found;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.LocalPath;
import coop.maillon.web.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Words a car about to be taken or brought back, for one reader at one moment. */
record HandoverPages(Ask ask, Found found, Handover.Way way) {

  private static final Map<String, String> FIELD_OF = Map.of(
      "odometer-back", "odometerKm",
      "odometer-jump", "odometerKm",
      "charge-up", "socPct",
      "charge-drop", "socPct");

  HandoverPage page() {
    return page(why(), Doubt.NONE, Map.of());
  }

  /** The same with what was typed, and what is to be mended. */
  HandoverPage refused(List<FieldProblem> problems) {
    var byField = new HashMap<String, String>();
    problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
    return page(Optional.empty(), Doubt.NONE, byField);
  }

  /** The same with what cannot be believed: what is only unlikely can be said again. */
  HandoverPage doubted(List<Violation> violations) {
    var byField = new HashMap<String, String>();
    violations.forEach(one ->
        byField.putIfAbsent(FIELD_OF.getOrDefault(one.rule(), one.rule()), one.sentence(words())));
    boolean isCertain =
        violations.stream().anyMatch(one -> !one.rule().matches("odometer-jump|charge-.*"));
    return page(Optional.empty(), isCertain ? Doubt.NONE : Doubt.UNLIKELY, byField);
  }

  /** The same with why not now. */
  HandoverPage notNow(BookingOutcome.NotNow why) {
    return page(Optional.of(sentence(why)), Doubt.NONE, Map.of());
  }

  /** Whether what was said is to be looked at twice. */
  private enum Doubt {
    NONE,
    UNLIKELY
  }

  private HandoverPage page(Optional<String> why, Doubt doubt, Map<String, String> problems) {
    String word = isReturn() ? "return" : "take";
    return new HandoverPage(
        words().say("handover.title." + word, "name", found.car().name()),
        said().whole(booking().slot()),
        booking().id().toString(),
        next(),
        key(),
        why.isPresent() ? Optional.empty() : Optional.of(path()),
        why,
        typed("odometerKm").orElseGet(this::lastKm),
        found.sheet().lastKm().stream()
            .mapToObj(km -> words().say("handover.odometer.last", "km", km))
            .findFirst()
            .orElse(""),
        found.sheet().isElectric() ? Optional.of(soc()) : Optional.empty(),
        questions(problems),
        DamageCard.of(found.sheet().damages(), found.car(), words()),
        DamagePart.of(ask, unsafe(), problems),
        doubt == Doubt.UNLIKELY,
        problems,
        words().say("handover.do." + word));
  }

  private Optional<String> why() {
    var against = isReturn()
        ? Moments.againstGoing(booking(), ask.now())
        : Moments.againstComing(booking(), ask.now()).filter(why -> !isUntold());
    return against
        .filter(BookingOutcome.NotNow.class::isInstance)
        .map(why -> sentence((BookingOutcome.NotNow) why));
  }

  /** Whoever took it by a program or at a door still says how it was. */
  private boolean isUntold() {
    return booking().course().isOut() && found.sheet().taking() == Sheet.Taking.UNTOLD;
  }

  private String sentence(BookingOutcome.NotNow why) {
    return words().say("booking.state." + why.why());
  }

  private HandoverPage.Key key() {
    if (!Visibility.of(booking(), ask.who(), found.read().catalogue()).seesAccess()) {
      return HandoverPage.Key.NONE;
    }
    var entry =
        new Entry(booking(), Acts.resources(booking(), found.read().catalogue()), ask.now());
    boolean isShown = found.sheet().code() == Sheet.Code.SHOWN;
    return new HandoverPage.Key(
        entry.code().filter(code -> isShown),
        entry.code().isPresent() && !isShown,
        entry
            .later()
            .map(from -> words().say("booking.show.access.later", "time", said().time(from))));
  }

  private HandoverPage.Soc soc() {
    OptionalInt expected =
        isReturn() ? found.sheet().expectedEnd(booking()) : found.sheet().expectedStart(booking());
    String percent = expected.stream().mapToObj(Integer::toString).findFirst().orElse("");
    // What is left at the end is looked at, not confirmed.
    String before = isReturn() ? "" : percent;
    return new HandoverPage.Soc(
        typed("socPct").orElse(before),
        percent.isEmpty() ? "" : words().say("handover.soc.expected", "percent", percent));
  }

  private DamagePart.Unsafe unsafe() {
    return isReturn() || booking().course().arrived().isPresent()
        ? DamagePart.Unsafe.CLOSES
        : DamagePart.Unsafe.LEAVES;
  }

  private List<HandoverPage.Question> questions(Map<String, String> problems) {
    var all = new LinkedHashMap<String, Enum<?>[]>();
    if (isReturn() && found.sheet().isElectric()) {
      all.put("plug", Handover.Plug.values());
      all.put("cable", Handover.Cable.values());
    }
    all.put("damage", Handover.Damage.values());
    all.put("cleanliness", Handover.Cleanliness.values());
    return all.entrySet().stream()
        .map(one -> new HandoverPage.Question(
            one.getKey(),
            words().say("handover." + one.getKey()),
            choices(one.getKey(), one.getValue()),
            problems.getOrDefault(one.getKey(), "")))
        .toList();
  }

  private List<HandoverPage.Choice> choices(String name, Enum<?>[] all) {
    String chosen = typed(name).orElse("");
    return Stream.of(all)
        .map(Handover::word)
        .map(word -> new HandoverPage.Choice(
            name, word, words().say("handover." + name + "." + word), word.equals(chosen)))
        .toList();
  }

  private Optional<String> typed(String name) {
    return ask.form(name);
  }

  private String lastKm() {
    return found.sheet().lastKm().stream()
        .mapToObj(Integer::toString)
        .findFirst()
        .orElse("");
  }

  /** Where one came from: the door, else the booking. */
  String next() {
    return ask.form("next")
        .or(() -> ask.query("next"))
        .flatMap(LocalPath::of)
        .orElse("/bookings/" + booking().id());
  }

  String path() {
    return isReturn() ? OneCar.returnOf(booking()) : OneCar.takingOf(booking());
  }

  private boolean isReturn() {
    return way == Handover.Way.RETURN;
  }

  private Booking booking() {
    return found.booking();
  }

  private Words words() {
    return ask.words();
  }

  private SlotWords said() {
    return new SlotWords(words(), found.car().site().zone());
  }
}
