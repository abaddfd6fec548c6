package coop.maillon.booking.bill;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.tariff.Extras;
import coop.maillon.resource.tariff.Quote;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.web.Words;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Puts a tariff into words. */
public record TariffWords(Words words) {

  /** The trip of the model's first vector (ev.md, 3); of what does not drive, the hours alone. */
  private static final int EXAMPLE_HOURS = 5;

  private static final int EXAMPLE_KM = 112;
  private static final LocalTime EXAMPLE_START = LocalTime.of(9, 0);

  /** What a resource costs at present, with an example; nothing where it is free. */
  public List<String> present(Resource resource, Instant now) {
    var today = LocalDate.ofInstant(now, resource.site().zone());
    var all = new ArrayList<String>();
    resource.tariffs().on(today).map(version -> sentences(version.tariff())).ifPresent(all::addAll);
    if (!all.isEmpty()) {
      all.add(example(resource, today));
    }
    return all;
  }

  private String example(Resource resource, LocalDate day) {
    var start = day.atTime(EXAMPLE_START).atZone(resource.site().zone()).toInstant();
    var slot = new TimeSlot(start, start.plus(Duration.ofHours(EXAMPLE_HOURS)));
    long cents =
        resource.quote(slot, OptionalInt.of(EXAMPLE_KM)).map(Quote::cents).orElse(0L);
    String key = resource.kind() == Kind.VEHICLE ? "tariff.example.drive" : "tariff.example";
    return words.say(
        key,
        Map.of(
            "time", words.minutes(EXAMPLE_HOURS * 60),
            "km", EXAMPLE_KM,
            "amount", Euros.of(cents, words)));
  }

  /** One for each of its parts; none where it is free. */
  public List<String> sentences(Tariff tariff) {
    var all = new ArrayList<String>();
    add(all, "base", tariff.baseCents());
    add(all, "hour", tariff.hourCents());
    tariff.extras().night().ifPresent(night -> all.add(night(night)));
    tariff.extras().dayCap().ifPresent(cap -> add(all, "day-cap", cap));
    tariff.extras().weekCap().ifPresent(cap -> add(all, "week-cap", cap));
    tariff.capCents().ifPresent(cap -> add(all, "cap", cap));
    tariff
        .tiers()
        .forEach(tier -> all.add(words.say(
            "tariff.said.km", "from", tier.fromKm(), "amount", price(tier.centsPerKm()))));
    if (tariff.unusedShare() > 0) {
      int percent = (int) Math.round(100 * tariff.unusedShare());
      all.add(words.say("tariff.said.unused", "percent", percent));
    }
    tariff.extras().noPlug().ifPresent(cents -> add(all, "no-plug", cents));
    tariff.extras().late().ifPresent(late -> all.add(late(late)));
    return all;
  }

  private void add(List<String> all, String part, long cents) {
    if (cents > 0) {
      all.add(words.say("tariff.said." + part, "amount", Euros.of(cents, words)));
    }
  }

  private String night(Extras.Night night) {
    return words.say(
        "tariff.said.night",
        "amount",
        Euros.of(night.hourCents(), words),
        "from",
        words.time(night.from()),
        "to",
        words.time(night.to()));
  }

  private String late(Extras.Late late) {
    return words.say(
        "tariff.said.late", "amount", Euros.of(late.cents(), words), "grace", late.graceMinutes());
  }

  /** By the kilometre there may be less than a cent of it. */
  private String price(double centsPerKm) {
    return numbers(2, 4).format(centsPerKm / 100) + "\u00a0€";
  }

  /** As numbers stand in a field. */
  public NumberFormat numbers(int least, int most) {
    var numbers = NumberFormat.getInstance(words.locale());
    numbers.setGroupingUsed(false);
    numbers.setMinimumFractionDigits(least);
    numbers.setMaximumFractionDigits(most);
    return numbers;
  }
}
