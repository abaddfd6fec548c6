package coop.maillon.board.api;

import coop.maillon.board.Mode;
import coop.maillon.board.Post;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.board.skill.SkillNames;
import coop.maillon.booking.BookingId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a post, alike from a form and from a program; what is not right is noted with the fields. */
public final class PostAsk {

  private final Fields fields;
  private final Catalogue catalogue;
  private final Instant now;

  public PostAsk(Fields fields, Catalogue catalogue, Instant now) {
    this.fields = fields;
    this.catalogue = catalogue;
    this.now = now;
  }

  /** What forms and programs write each in their own way. */
  public record Pieces(
      List<String> skills,
      OptionalInt estimate,
      Optional<Instant> neededBy,
      Optional<Instant> until) {}

  /** How much of it must be there. */
  public enum Whole {
    /** To be published. */
    ALL,
    /** To be kept. */
    A_TITLE
  }

  /** Empty where something is not right. */
  public Optional<PostDraft> read(Pieces pieces, Whole whole) {
    var kind = kind();
    var mode = kind.filter(PostKind.QUESTION::equals).isPresent() ? Optional.of(Mode.FREE) : mode();
    String title = fields.text("title").max(PostDraft.LONGEST_TITLE).required();
    var body = fields.text("body").max(PostDraft.LONGEST_BODY);
    String text = whole == Whole.ALL ? body.required() : body.optional().orElse("");
    var skills = skills(pieces.skills());
    var site = site();
    var ties = ties();
    var dates = dates(pieces);
    var shape = shape(pieces, mode.orElse(Mode.FREE));
    return fields.complete()
        ? Optional.of(new PostDraft(
            kind.orElseThrow(), mode.orElseThrow(), title, text, skills, site, shape, ties, dates))
        : Optional.empty();
  }

  private Optional<PostKind> kind() {
    var kind = PostKind.of(fields.text("kind").required());
    if (kind.isEmpty() && fields.has("kind")) {
      fields.problem("kind", "board.field.kind");
    }
    return kind;
  }

  private Optional<Mode> mode() {
    var mode = Mode.of(fields.text("mode").required());
    if (mode.isEmpty() && fields.has("mode")) {
      fields.problem("mode", "board.field.mode");
    }
    return mode;
  }

  private List<String> skills(List<String> said) {
    var names = SkillNames.each(said);
    if (names.size() > PostDraft.MOST_SKILLS) {
      fields.problem("skills", "board.field.skills", "max", PostDraft.MOST_SKILLS);
    }
    if (names.stream().anyMatch(name -> name.length() > PostDraft.LONGEST_SKILL)) {
      fields.problem("skills", "field.max", "max", PostDraft.LONGEST_SKILL);
    }
    return names;
  }

  private Optional<SiteId> site() {
    var slug = fields.text("site").optional();
    var site = slug.flatMap(catalogue::site).map(Site::id);
    if (slug.isPresent() && site.isEmpty()) {
      fields.problem("site", "board.field.site");
    }
    return site;
  }

  private PostDraft.Ties ties() {
    var slug = fields.text("resource").optional();
    var resource = slug.flatMap(catalogue::resource).filter(one -> !one.isRetired());
    if (slug.isPresent() && resource.isEmpty()) {
      fields.problem("resource", "board.field.resource");
    }
    var named = fields.text("booking").optional();
    var booking = named.flatMap(BookingId::read);
    if (named.isPresent() && booking.isEmpty()) {
      fields.problem("booking", "board.field.booking");
    }
    return new PostDraft.Ties(resource.map(Resource::id), booking);
  }

  private PostDraft.Dates dates(Pieces pieces) {
    if (pieces.until().filter(at -> !at.isAfter(now)).isPresent()) {
      fields.problem("expiresAt", "board.field.past");
    }
    if (pieces.until().filter(at -> at.isAfter(now.plus(Post.LONGEST))).isPresent()) {
      fields.problem("expiresAt", "field.window", "days", Post.LONGEST.toDays());
    }
    if (pieces.neededBy().filter(at -> !at.isAfter(now)).isPresent()) {
      fields.problem("neededBy", "board.field.past");
    }
    return new PostDraft.Dates(pieces.neededBy(), pieces.until());
  }

  private Shape shape(Pieces pieces, Mode mode) {
    int places = fields.whole("places", 1, Shape.MOST_PLACES).orElse(1);
    boolean isMissing = mode == Mode.HOURS && pieces.estimate().isEmpty();
    if (isMissing && !fields.has("estimateMinutes")) {
      fields.problem("estimateMinutes", "field.required");
    }
    var manner = fields.text("manner").optional().filter("each"::equals).isPresent()
        ? Shape.Manner.EACH
        : Shape.Manner.TOGETHER;
    return new Shape(places, manner, pieces.estimate());
  }
}
