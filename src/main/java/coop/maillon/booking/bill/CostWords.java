package coop.maillon.booking.bill;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Visibility;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.tariff.Quote;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Puts into words what a booking will cost and what it came to. */
public record CostWords(Words words) {

  /** Something with what its use was said to cost. */
  public record Quoted(Resource resource, Quote quote) {

    /** Of what has a price. */
    private boolean counts() {
      return quote.version().isPresent() && quote.cents() > 0;
    }

    private boolean waitsForKm() {
      return resource.kind() == Kind.VEHICLE
          && quote.km().isEmpty()
          && quote.version().stream()
              .boxed()
              .flatMap(id -> resource.tariffs().of(id).stream())
              .anyMatch(version -> !version.tariff().tiers().isEmpty());
    }
  }

  /** What a booking will cost; empty where it is free. */
  public Optional<CostPart> quoted(List<Quoted> all) {
    var counting = all.stream().filter(one -> one.counts() || one.waitsForKm()).toList();
    if (counting.isEmpty()) {
      return Optional.empty();
    }
    var lines = counting.stream().flatMap(one -> lines(one, counting.size())).toList();
    long cents = counting.stream().mapToLong(one -> one.quote().cents()).sum();
    var notes = new ArrayList<String>();
    if (counting.stream().anyMatch(Quoted::waitsForKm)) {
      notes.add(words.say("cost.quote.km"));
    }
    notes.add(words.say("cost.quote.text"));
    return Optional.of(new CostPart(
        words.say("cost.quote"),
        lines,
        Euros.of(cents, words),
        notes,
        Optional.empty(),
        Optional.empty()));
  }

  /**
   * What a booking came to, or will cost while that is not known; empty where nothing is reckoned, and for whoever only takes
   * part.
   */
  public Optional<CostPart> of(
      Booking booking, List<Bill> bills, Catalogue catalogue, Visibility visible) {
    if (!visible.mayChange()) {
      return Optional.empty();
    }
    if (bills.isEmpty()) {
      return booking.status().occupies() ? quoted(quoted(booking, catalogue)) : Optional.empty();
    }
    boolean isOne = bills.size() == 1;
    var lines = bills.stream()
        .flatMap(
            bill -> lines(bill, isOne ? "" : catalogue.known(bill.resource()).name()))
        .toList();
    boolean isPriced = bills.stream().anyMatch(bill -> !bill.items().isEmpty());
    return Optional.of(new CostPart(
        words.say("cost.bill"),
        lines,
        total(bills),
        isPriced ? List.of(words.say("cost.bill.text")) : List.of(),
        bills.stream().flatMap(bill -> bill.carbon().stream()).findFirst().map(this::spared),
        visible.coordinates()
            ? Optional.of("/bookings/" + booking.id() + "/correction")
            : Optional.empty()));
  }

  private String total(List<Bill> bills) {
    long cents = bills.stream().mapToLong(Bill::cents).sum();
    return cents == 0 ? words.say("cost.free") : Euros.of(cents, words);
  }

  private static List<Quoted> quoted(Booking booking, Catalogue catalogue) {
    return booking.booked().stream()
        .flatMap(one ->
            one.quote().stream().map(quote -> new Quoted(catalogue.known(one.resource()), quote)))
        .toList();
  }

  private Stream<CostPart.Line> lines(Quoted one, int many) {
    String name = many == 1 ? "" : one.resource().name();
    return one.quote().items().stream()
        .filter(item -> item.cents() != 0)
        .map(item -> line(name, item));
  }

  /** What was used stands in a line of its own, since it may have been less than was booked. */
  private Stream<CostPart.Line> lines(Bill bill, String name) {
    var used = new CostPart.Line(named(name, used(bill.usage())), "");
    return Stream.of(
            Stream.of(used),
            bill.items().stream().filter(item -> item.cents() != 0).map(item -> line(name, item)),
            bill.corrections().stream()
                .map(one -> new CostPart.Line(
                    named(
                        name,
                        words.say("cost.correction.line", "who", one.by(), "why", one.reason())),
                    Euros.of(one.cents(), words))))
        .flatMap(part -> part);
  }

  private String used(Bill.Usage usage) {
    String time = words.minutes(usage.usedMinutes());
    String of = usage.usedMinutes() == usage.bookedMinutes()
        ? time
        : words.say("cost.used.of", "used", time, "booked", words.minutes(usage.bookedMinutes()));
    return usage.km().isPresent() ? words.all(List.of(of, km(usage.km(), usage.reading()))) : of;
  }

  private String km(OptionalInt km, Bill.Reading reading) {
    String key = reading == Bill.Reading.READ ? "cost.km.read" : "cost.km.announced";
    return words.say(key, "km", km.orElse(0));
  }

  /** Hours are said as a time, by day as by night; how late something was, in minutes. */
  private CostPart.Line line(String name, Tariff.Item item) {
    int minutes = (int) Math.round(item.amount() * (item.kind().equals("late") ? 1 : 60));
    String label = words.say(
        "cost.item." + item.kind(),
        Map.of(
            "time",
            words.minutes(minutes),
            "km",
            Math.round(item.amount()),
            "rate",
            Euros.of(Math.round(item.cents() / Math.max(1, item.amount())), words)));
    return new CostPart.Line(named(name, label), Euros.of(item.cents(), words));
  }

  private String named(String name, String label) {
    return name.isEmpty() ? label : words.say("cost.of", "resource", name, "what", label);
  }

  private CostPart.Spared spared(Bill.Carbon carbon) {
    return new CostPart.Spared(
        words.say("cost.carbon.avoided", "kg", carbon.avoidedKg()),
        words.say("cost.carbon.emitted", "kg", carbon.emittedKg(), "kwh", carbon.kwh()),
        how(carbon.factors()));
  }

  /** With which numbers it is reckoned, and whose they are. */
  public String how(Bill.Carbon.Factors factors) {
    return words.say("cost.carbon.how") + " " + factors(factors);
  }

  /** The numbers alone. */
  public String factors(Bill.Carbon.Factors factors) {
    return words.say(
        "cost.carbon.factors",
        Map.of(
            "perKm", factors.referenceGPerKm(),
            "car", factors.reference(),
            "perKwh", factors.electricityGPerKwh(),
            "electricity", factors.electricity(),
            "dated", words.month(factors.dated())));
  }
}
