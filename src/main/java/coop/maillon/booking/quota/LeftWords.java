package coop.maillon.booking.quota;

import coop.maillon.member.Group;
import coop.maillon.resource.Quota;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;

/** What is left of a quota, as sentences need it. */
final class LeftWords {

  private LeftWords() {}

  static Map<String, Object> values(Window window, long left) {
    Quota quota = window.quota();
    boolean isTeams = quota.holder() == Quota.Holder.TEAM;
    return Map.of(
        "name", quota.name(),
        "team", isTeams ? "yes" : "no",
        "group", quota.group().map(Group::name).orElse(""),
        "left", amount(quota, left),
        "period", quota.period().word(),
        "day", window.from(),
        "month", YearMonth.from(window.from()));
  }

  /** A length, or a number. */
  static Object amount(Quota quota, long amount) {
    return quota.measure() == Quota.Measure.MINUTES
        ? Duration.ofMinutes(amount)
        : Integer.valueOf((int) amount);
  }

  /** You have 3 h left this week. */
  static String sentence(Window window, long left, Words words) {
    return words.told("rules.left." + window.quota().measure().word(), values(window, left));
  }
}
