package coop.maillon.resource.bulk;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.manage.Obstacle;
import coop.maillon.resource.page.HoursWords;
import coop.maillon.resource.page.RuleWords;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What it comes to, resource by resource.
 *
 * @param mark of the change that is shown
 * @param summary the sentence over the button that does it
 * @param possible whether it holds together for each and changes something
 */
record BulkPreview(
    String heading,
    List<Line> lines,
    List<String> seen,
    String mark,
    String summary,
    boolean possible) {

  private static final int MOST_NAMED = 12;

  /**
   * One resource.
   *
   * @param gone sentences that hold no more
   * @param fresh sentences that hold from then on
   * @param outside bookings that stay although they lie outside the new hours
   */
  record Line(
      String name,
      String href,
      List<String> gone,
      List<String> fresh,
      Optional<String> note,
      List<Booked> outside) {

    public boolean anyGone() {
      return !gone.isEmpty();
    }

    public boolean anyFresh() {
      return !fresh.isEmpty();
    }

    public boolean anyOutside() {
      return !outside.isEmpty();
    }
  }

  /** A booking to come. */
  record Booked(String href, String who, String when) {}

  static BulkPreview of(
      Ask ask, Catalogue catalogue, PolicyChange change, List<BulkEdits.Result> results) {
    var words = ask.words();
    long changed = results.stream().filter(BulkEdits.Result::changes).count();
    long outside = results.stream().mapToLong(one -> one.outside().size()).sum();
    boolean isWhole = results.stream().allMatch(one -> one.said().isPresent());
    return new BulkPreview(
        words.say("bulk.preview", "count", changed, "all", results.size()),
        results.stream().map(one -> line(ask, catalogue, one)).toList(),
        results.stream()
            .map(one -> one.before().id() + ":" + one.before().version())
            .toList(),
        change.mark(),
        words.say("bulk.summary", "count", changed, "outside", outside),
        isWhole && changed > 0);
  }

  private static Line line(Ask ask, Catalogue catalogue, BulkEdits.Result one) {
    var today = LocalDate.ofInstant(ask.now(), one.before().site().zone());
    var said = new Rules(catalogue, today, ask.words());
    var before = said.of(one.before());
    var after = one.after().map(said::of).orElse(before);
    return new Line(
        one.before().name(),
        "/manage/resources/" + one.before().slug(),
        before.stream().filter(rule -> !after.contains(rule)).toList(),
        after.stream().filter(rule -> !before.contains(rule)).toList(),
        note(one, ask.words()),
        one.outside().stream()
            .limit(MOST_NAMED)
            .map(booking -> booked(booking, one.before(), ask.words()))
            .toList());
  }

  private static Optional<String> note(BulkEdits.Result one, Words words) {
    if (one.said().isEmpty()) {
      return Optional.of(words.say("manage.policy.contradiction"));
    }
    return one.changes() ? Optional.empty() : Optional.of(words.say("bulk.same"));
  }

  private static Booked booked(Obstacle booking, Resource resource, Words words) {
    var zone = resource.site().zone();
    return new Booked(
        "/bookings/" + booking.booking(),
        booking.memberName(),
        words.range(booking.slot().start().atZone(zone), booking.slot().end().atZone(zone)));
  }

  /** All that holds for a resource, a sentence each. */
  private record Rules(Catalogue catalogue, LocalDate today, Words words) {

    List<String> of(Resource resource) {
      var rules = new ArrayList<>(HoursWords.of(resource.policy().openingHours(), today, words));
      rules.addAll(RuleWords.of(resource, words));
      var admission = resource.policy().admission();
      add(rules, "bulk.said.groups", groups(admission.groups()));
      add(rules, "bulk.said.habilitations", habilitations(admission.habilitations()));
      add(rules, "bulk.said.asking", groups(admission.asking()));
      return rules;
    }

    private void add(List<String> rules, String key, List<String> names) {
      if (!names.isEmpty()) {
        rules.add(words.say(key, "names", words.all(names)));
      }
    }

    private List<String> groups(Optional<List<String>> slugs) {
      return catalogue.groups().stream()
          .filter(one -> slugs.orElse(List.of()).contains(one.slug()))
          .map(one -> one.name())
          .toList();
    }

    private List<String> habilitations(Optional<List<String>> slugs) {
      return catalogue.habilitations().stream()
          .filter(one -> slugs.orElse(List.of()).contains(one.slug()))
          .map(one -> one.name())
          .toList();
    }
  }
}
