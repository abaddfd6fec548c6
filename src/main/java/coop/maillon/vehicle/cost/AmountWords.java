package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.Euros;
import coop.maillon.web.Words;
import java.util.ArrayList;

/**
 * An amount of use, cell by cell; empty where there is nothing of it.
 *
 * @param cost what it came to; "free" where it is nothing
 * @param habits what was announced of what was driven, and how often cars came back on their chargers
 */
public record AmountWords(
    String trips, String time, String km, String cost, String kwh, String avoided, String habits) {

  static AmountWords of(Use.Amount amount, Words words) {
    return new AmountWords(
        amount.trips() == 0 ? "" : words.say("cost.trips", "count", amount.trips()),
        words.minutes(amount.minutes()),
        amount.trip().map(trip -> words.say("cost.km", "km", trip.km())).orElse(""),
        amount.cents() == 0 ? words.say("cost.free") : Euros.of(amount.cents(), words),
        amount
            .trip()
            .filter(trip -> trip.kwh() > 0)
            .map(trip -> words.say("cost.kwh", "kwh", trip.kwh()))
            .orElse(""),
        amount
            .trip()
            .filter(trip -> trip.referenceKg() > 0)
            .map(trip -> words.say("cost.kg", "kg", amount.avoidedKg()))
            .orElse(""),
        habits(amount.habits(), words));
  }

  private static String habits(Use.Habits habits, Words words) {
    var all = new ArrayList<String>();
    if (habits.readKm() > 0) {
      all.add(words.say(
          "cost.habits.km",
          "announced",
          habits.announcedKm(),
          "read",
          habits.readKm(),
          "percent",
          percent(habits.announcedKm(), habits.readKm())));
    }
    if (habits.returns() > 0) {
      all.add(words.say(
          "cost.habits.plug",
          "plugged",
          habits.plugged(),
          "returns",
          habits.returns(),
          "percent",
          percent(habits.plugged(), habits.returns())));
    }
    return String.join(" · ", all);
  }

  private static int percent(int part, int whole) {
    return Math.round(100f * part / whole);
  }

  /** What was spared and emitted of all of it together, in a sentence; empty where nothing was driven by electricity. */
  static String carbon(Use.Amount amount, Words words) {
    return amount
        .trip()
        .filter(trip -> trip.referenceKg() > 0)
        .map(trip -> words.say(
            "cost.carbon.sum",
            "avoided",
            amount.avoidedKg(),
            "emitted",
            trip.emittedKg(),
            "km",
            trip.km()))
        .orElse("");
  }
}
