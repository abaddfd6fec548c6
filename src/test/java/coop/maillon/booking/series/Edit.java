package coop.maillon.booking.series;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The edits of edits.json, as a program asks for them. */
enum Edit {
  ONE_MOVED((series, rule) -> series.move(rule.named("at"), Edit.later(), "one")),
  ONE_CANCELLED((series, rule) -> series.cancel(rule.named("at"), "one")),
  FOLLOWING_MOVED((series, rule) -> series.move(rule.named("at"), Edit.later(), "following")),
  FOLLOWING_CANCELLED((series, rule) -> series.cancel(rule.named("at"), "following")),
  ALL_LATER((series, rule) -> series.move(rule.named("at"), Edit.later(), "all")),
  ALL_EARLIER((series, rule) -> series.move(rule.named("at"), Duration.ofHours(-1), "all")),
  ALL_THE_DAY_AFTER((series, rule) -> series.move(rule.named("at"), Duration.ofDays(1), "all")),
  CANCELLED_AND_ADDED_BACK((series, rule) -> {
    series.cancel(rule.named("at"), "one");
    series.add(rule.named("at"));
  }),
  LEFT_OUT_AND_ADDED((series, rule) -> rule.leftOut().forEach(series::add)),
  SPLIT_AND_SPLIT_AGAIN((series, rule) -> {
    series.move(rule.named("at"), Edit.later(), "following");
    series.move(rule.named("later"), Duration.ofHours(2), "following");
  }),
  ONE_APART_AND_ALL_EARLIER((series, rule) -> {
    series.move(rule.named("at"), Duration.ofHours(3), "one");
    series.move(rule.named("first"), Duration.ofHours(-1), "all");
  }),
  FOLLOWING_MOVED_AND_UNDONE((series, rule) -> {
    series.move(rule.named("at"), Edit.later(), "following");
    series.undo(rule.named("at"));
  }),
  ALL_MOVED_AND_ONE_CANCELLED((series, rule) -> {
    series.move(rule.named("at"), Edit.later(), "all");
    series.cancel(rule.named("at"), "one");
  });

  private final BiConsumer<SeriesEditsTest.Booked, SeriesEditsTest.Rule> act;

  Edit(BiConsumer<SeriesEditsTest.Booked, SeriesEditsTest.Rule> act) {
    this.act = act;
  }

  private static Duration later() {
    return Duration.ofMinutes(90);
  }

  void on(SeriesEditsTest.Booked series, SeriesEditsTest.Rule rule) {
    act.accept(series, rule);
  }

  /** As edits.json has it: {@code one moved}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
