package coop.maillon.booking.trial;

import coop.maillon.booking.Finding;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.page.Option;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.booking.page.TypedSlot;
import coop.maillon.booking.trial.TrialPage.Line;
import coop.maillon.booking.trial.TrialPage.Link;
import coop.maillon.booking.trial.TrialPage.Told;
import coop.maillon.booking.trial.TrialPage.Way;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trial in words: rule by rule, then the place and the approval, then what would pass. */
record TrialWords(Ask ask, TrialForm form, Trial trial) {

  /** Every rule there is, in the order in which they are told; what a policy does not say is told too. */
  static final List<String> RULES = List.of(
      "past",
      "opening-hours",
      "granularity",
      "min-duration",
      "max-duration",
      "notice",
      "advance",
      "group",
      "habilitation",
      "quota");

  Told told() {
    var answer = trial.answer();
    String kind = trial.passes() ? "ok" : answer == Trial.Answer.WAITED ? "wait" : "no";
    return new Told(
        kind,
        trial.passes() ? "check" : "alert",
        words().say("trial.answer." + answer.word()),
        words().say("trial.answer." + answer.word() + ".text"),
        answer == Trial.Answer.UNSEEN ? List.of() : lines(),
        words().say("trial.silent", "rules", words().all(silent())),
        trial.passes() ? Optional.of(book()) : Optional.empty(),
        trial.ways().stream().map(this::way).toList());
  }

  private Words words() {
    return ask.words();
  }

  private Resource first() {
    return trial.claim().wishes().get(0).resource();
  }

  private SlotWords said() {
    return new SlotWords(words(), first().site().zone());
  }

  private List<Line> lines() {
    var others = trial.findings().stream()
        .map(Finding::rule)
        .filter(rule -> !RULES.contains(rule))
        .distinct();
    var lines = new ArrayList<>(
        Stream.concat(RULES.stream(), others).flatMap(this::ofRule).toList());
    lines.add(place());
    lines.add(approval());
    return lines;
  }

  private Stream<Line> ofRule(String rule) {
    return trial.findings().stream().filter(one -> one.rule().equals(rule)).map(this::line);
  }

  /** What no policy, no quota says anything of here. */
  private List<String> silent() {
    var said = trial.findings().stream().map(Finding::rule).collect(Collectors.toSet());
    return RULES.stream().filter(rule -> !said.contains(rule)).map(this::name).toList();
  }

  private String name(String rule) {
    return words().say("trial.rule." + rule);
  }

  private Line line(Finding finding) {
    boolean isBroken = finding.verdict() == Finding.Verdict.BROKEN;
    boolean isKept = finding.verdict() == Finding.Verdict.KEPT;
    return new Line(
        name(finding.rule()),
        isBroken ? "no" : isKept ? "ok" : "",
        isBroken ? "alert" : isKept ? "check" : "user",
        words().say("trial.verdict." + finding.verdict().name().toLowerCase(Locale.ROOT)),
        isKept ? kept(words(), finding) : finding.violation().sentence(words()),
        List.of());
  }

  /** A rule whose sentence says what is in the way has another for when nothing is. */
  static String kept(Words words, Finding finding) {
    String key = "trial.kept." + finding.rule();
    return words.has(key) && !finding.values().containsKey("how")
        ? words.told(key, finding.values())
        : finding.violation().sentence(words);
  }

  private Line place() {
    boolean isFree = trial.full().isEmpty();
    String names = words()
        .all(trial.full().stream().map(id -> trial.catalogue().known(id).name()).toList());
    return new Line(
        words().say("trial.place"),
        isFree ? "ok" : "no",
        isFree ? "check" : "alert",
        words().say(isFree ? "trial.place.free" : "trial.place.taken"),
        names,
        trial.standing().stream().map(this::standing).distinct().toList());
  }

  private Link standing(Occupied row) {
    String label = words()
        .say(
            "trial.stands." + row.cause().name().toLowerCase(Locale.ROOT),
            "when",
            said().whole(row.own()));
    return new Link(row.booking().map(id -> "/bookings/" + id).orElse(""), label);
  }

  private Line approval() {
    boolean isAsked = trial.claim().needsApproval();
    return new Line(
        words().say("trial.approval"),
        isAsked ? "wait" : "ok",
        isAsked ? "glass" : "check",
        words().say(isAsked ? "trial.approval.asked" : "trial.approval.not"),
        "",
        List.of());
  }

  private Way way(coop.maillon.booking.free.Alternative alternative) {
    var wished = new Option.Wished(first(), trial.claim().slot());
    var option = Option.of(alternative, wished, trial.catalogue(), words());
    var resource = trial.catalogue().known(alternative.resource());
    String href = TrialRoutes.HOME + "?member=" + encoded(form.member())
        + (form.byMe() ? "&by=me" : "")
        + asked(resource, alternative.slot())
        + "#answer";
    return new Way(href, option.kind(), option.when(), option.resource(), option.why());
  }

  private String book() {
    return "/bookings/new?on-behalf=" + encoded(form.member())
        + asked(first(), trial.claim().slot());
  }

  private String asked(Resource resource, TimeSlot slot) {
    var typed = TypedSlot.of(slot, resource.site().zone());
    String also = form.also().stream()
        .filter(slug -> !slug.equals(resource.slug()))
        .map(slug -> "&also=" + encoded(slug))
        .collect(Collectors.joining());
    return "&resource=" + resource.slug() + also
        + "&date=" + typed.date() + "&start=" + typed.start() + "&end=" + typed.end()
        + (typed.endDate().isEmpty() ? "" : "&end-date=" + typed.endDate());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
