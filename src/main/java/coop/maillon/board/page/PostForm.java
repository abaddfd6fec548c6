package coop.maillon.board.page;

import coop.maillon.board.PostDraft;
import coop.maillon.board.Shape;
import coop.maillon.board.api.PostAsk;
import coop.maillon.board.skill.SkillNames;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The form of a post, read: days end at their midnight, at the site where there is one. */
final class PostForm {

  private static final int HOUR = 60;

  private final Ask ask;
  private final Catalogue catalogue;
  private final ZoneId zone;
  private final Fields fields;

  /** @param fallback the zone of what is done at a distance */
  PostForm(Ask ask, Catalogue catalogue, ZoneId fallback) {
    this.ask = ask;
    this.catalogue = catalogue;
    this.zone = ask.form("site").flatMap(catalogue::site).map(Site::zone).orElse(fallback);
    this.fields = Fields.of(ask);
  }

  /** Empty where something is not right. */
  Optional<PostDraft> read() {
    var skills = SkillNames.read(ask.form("skills").orElse(""));
    var pieces = new PostAsk.Pieces(skills, estimate(), end("neededBy"), end("expiresAt"));
    return new PostAsk(fields, catalogue, ask.now())
        .read(pieces, isDraft() ? PostAsk.Whole.A_TITLE : PostAsk.Whole.ALL);
  }

  boolean isDraft() {
    return ask.form("draft").isPresent();
  }

  /** For problems that are found elsewhere. */
  Fields fields() {
    return fields;
  }

  Map<String, String> problems() {
    return fields.problems().stream()
        .collect(
            Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, second) -> first));
  }

  /** All that was typed, as one text: what makes a repeated form the same. */
  String content() {
    return String.join(
        "\u0000",
        NAMES.stream().map(name -> String.join("\u0001", ask.formAll(name))).toList());
  }

  static final List<String> NAMES = List.of(
      "kind",
      "mode",
      "title",
      "body",
      "skills",
      "site",
      "places",
      "manner",
      "hours",
      "minutes",
      "neededBy",
      "expiresAt",
      "resource",
      "booking",
      "draft");

  private OptionalInt estimate() {
    int minutes = fields.whole("hours", 0, Shape.MOST_MINUTES / HOUR - 1).orElse(0) * HOUR
        + fields.whole("minutes", 0, HOUR - 1).orElse(0);
    return minutes == 0 ? OptionalInt.empty() : OptionalInt.of(minutes);
  }

  private Optional<Instant> end(String name) {
    return fields.date(name).map(this::end);
  }

  private Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
