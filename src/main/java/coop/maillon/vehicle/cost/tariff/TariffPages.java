package coop.maillon.vehicle.cost.tariff;

import coop.maillon.booking.bill.TariffWords;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.tariff.Extras;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.resource.tariff.Version;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Puts a tariff into words, and into the fields in which it is changed. */
record TariffPages(Ask ask, Resource resource) {

  TariffPage page(List<FieldProblem> found) {
    var problems = new HashMap<String, String>();
    found.forEach(problem -> problems.putIfAbsent(problem.field(), problem.message()));
    var typed = typed(found.isEmpty() ? Optional.empty() : Optional.of(ask));
    return new TariffPage(
        words().say("tariff.of", "name", resource.name()),
        resource.slug(),
        present().map(version -> sentences(version.tariff())).orElse(List.of()),
        typed,
        resource.kind() == Kind.VEHICLE,
        resource.kind() == Kind.VEHICLE ? tiers(typed, problems) : List.of(),
        versions(),
        problems);
  }

  private Words words() {
    return ask.words();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(ask.now(), resource.site().zone());
  }

  private Optional<Version> present() {
    return resource.tariffs().on(today());
  }

  private List<TariffPage.Row> versions() {
    var rows = new ArrayList<TariffPage.Row>();
    for (Version version : resource.tariffs().all()) {
      var what = sentences(version.tariff());
      rows.add(new TariffPage.Row(
          words().date(version.from()),
          what.isEmpty() ? words().say("cost.free") : String.join(" ", what),
          present().equals(Optional.of(version))));
    }
    Collections.reverse(rows);
    return rows;
  }

  private List<String> sentences(Tariff tariff) {
    return new TariffWords(words()).sentences(tariff);
  }

  /** What stands in the fields: what was typed, else what counts today. */
  private Map<String, String> typed(Optional<Ask> before) {
    var tariff = present().map(Version::tariff).orElse(Tariff.FREE);
    var fields = extras(tariff.extras());
    fields.put("from", today().toString());
    fields.put("base", amount(tariff.baseCents()));
    fields.put("hour", amount(tariff.hourCents()));
    fields.put("cap", amount(tariff.capCents()));
    fields.put("unused", numbers(0, 1).format(100 * tariff.unusedShare()));
    for (int i = 1; i <= TariffForm.TIERS; i++) {
      boolean isThere = i <= tariff.tiers().size();
      fields.put("from" + i, isThere ? "" + tariff.tiers().get(i - 1).fromKm() : "");
      fields.put(
          "km" + i,
          isThere ? numbers(2, 4).format(tariff.tiers().get(i - 1).centsPerKm() / 100) : "");
    }
    before.ifPresent(
        asked -> fields.replaceAll((name, value) -> asked.form(name).orElse(value)));
    return fields;
  }

  private Map<String, String> extras(Extras extras) {
    var fields = new HashMap<String, String>();
    var night = extras.night();
    fields.put("nightFrom", night.map(one -> one.from().toString()).orElse(""));
    fields.put("nightTo", night.map(one -> one.to().toString()).orElse(""));
    fields.put("nightHour", night.map(one -> amount(one.hourCents())).orElse(""));
    fields.put("dayCap", amount(extras.dayCap()));
    fields.put("weekCap", amount(extras.weekCap()));
    fields.put("noPlug", amount(extras.noPlug()));
    fields.put("late", extras.late().map(one -> amount(one.cents())).orElse(""));
    fields.put(
        "grace", extras.late().map(one -> Integer.toString(one.graceMinutes())).orElse(""));
    return fields;
  }

  private String amount(OptionalLong cents) {
    return cents.isPresent() ? amount(cents.getAsLong()) : "";
  }

  private String amount(long cents) {
    return numbers(2, 2).format(cents / 100.0);
  }

  private List<TariffPage.TierFields> tiers(
      Map<String, String> typed, Map<String, String> problems) {
    return IntStream.rangeClosed(1, TariffForm.TIERS)
        .mapToObj(i -> new TariffPage.TierFields(
            i == 1,
            typed.getOrDefault("from" + i, ""),
            "from" + i,
            problems.getOrDefault("from" + i, ""),
            typed.getOrDefault("km" + i, ""),
            "km" + i,
            words().say(i == 1 ? "tariff.km.first" : "tariff.km.price"),
            problems.getOrDefault("km" + i, "")))
        .toList();
  }

  private NumberFormat numbers(int least, int most) {
    return new TariffWords(words()).numbers(least, most);
  }
}
