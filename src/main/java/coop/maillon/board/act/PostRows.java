package coop.maillon.board.act;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Mode;
import coop.maillon.board.Person;
import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostDraft;
import coop.maillon.board.PostId;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.board.Shape;
import coop.maillon.booking.BookingId;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.TimeSlot;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A post as rows have it, for every store that reads one. */
final class PostRows {

  /** What is to be selected of a `post p` {@link #FROM joined} with what it names. */
  static final String COLUMNS = """
      p.id, p.author_id, a.name AS author, a.state = 'active' AND NOT a.guest AS author_here,
      p.kind, p.mode, p.status, p.title, p.body, p.places, p.together, p.estimate_minutes,
      p.site_id, s.slug AS site_slug, s.name AS site, s.zone,
      p.resource_id, r.slug AS resource_slug, r.name AS resource, p.booking_id,
      p.needed_by, p.wanted_until, p.created_at, p.published_at, p.expires_at, p.ended_at, p.hidden_at,
      p.solved_by, p.version,
      b.starts_at AS booked_from, b.ends_at AS booked_to, b.status NOT IN ('rejected', 'cancelled', 'released') AS booked_stands,
      br.name AS booked_what, bs.zone AS booked_zone,
      ARRAY(SELECT k.name FROM post_skill ps JOIN skill k ON k.id = ps.skill_id
             WHERE ps.post_id = p.id ORDER BY ps.position) AS skills
      """;

  static final String FROM = """
      FROM post p
      JOIN member a ON a.id = p.author_id
      LEFT JOIN site s ON s.id = p.site_id
      LEFT JOIN resource r ON r.id = p.resource_id
      LEFT JOIN booking b ON b.id = p.booking_id
      LEFT JOIN booked bk ON bk.booking_id = b.id AND bk.position = 1
      LEFT JOIN resource br ON br.id = bk.resource_id
      LEFT JOIN site bs ON bs.id = br.site_id
      """;

  private PostRows() {}

  static Post post(Row row) {
    return new Post(
        new PostId(row.getLong("id")),
        new Person(
            new MemberId(row.getLong("author_id")),
            row.getString("author"),
            row.getBoolean("author_here") ? Person.Presence.HERE : Person.Presence.AWAY),
        draft(row),
        place(row),
        Optional.ofNullable(row.getString("resource_slug"))
            .map(slug -> new Post.About(slug, row.getString("resource"))),
        appointment(row),
        PostStatus.ofWord(row.getString("status")),
        times(row),
        Optional.ofNullable(row.getLong("solved_by")).map(AnswerId::new),
        row.getInteger("version"));
  }

  private static PostDraft draft(Row row) {
    return new PostDraft(
        PostKind.of(row.getString("kind")).orElseThrow(),
        Mode.of(row.getString("mode")).orElseThrow(),
        row.getString("title"),
        row.getString("body"),
        List.of(row.getArrayOfStrings("skills")),
        Optional.ofNullable(row.getLong("site_id")).map(SiteId::new),
        new Shape(
            row.getInteger("places"),
            row.getBoolean("together") ? Shape.Manner.TOGETHER : Shape.Manner.EACH,
            number(row, "estimate_minutes")),
        new PostDraft.Ties(
            Optional.ofNullable(row.getLong("resource_id")).map(ResourceId::new),
            Optional.ofNullable(row.getLong("booking_id")).map(BookingId::new)),
        new PostDraft.Dates(maybe(row, "needed_by"), maybe(row, "wanted_until")));
  }

  private static Optional<Place> place(Row row) {
    return Optional.ofNullable(row.getLong("site_id"))
        .map(id -> new Place(
            new SiteId(id),
            row.getString("site_slug"),
            row.getString("site"),
            ZoneId.of(row.getString("zone"))));
  }

  private static Optional<Post.Appointment> appointment(Row row) {
    return Optional.ofNullable(row.getString("booked_what"))
        .map(what -> new Post.Appointment(
            new TimeSlot(
                maybe(row, "booked_from").orElseThrow(), maybe(row, "booked_to").orElseThrow()),
            what,
            ZoneId.of(row.getString("booked_zone")),
            row.getBoolean("booked_stands")));
  }

  private static Post.Times times(Row row) {
    return new Post.Times(
        row.getOffsetDateTime("created_at").toInstant(),
        maybe(row, "published_at"),
        row.getOffsetDateTime("expires_at").toInstant(),
        maybe(row, "ended_at"),
        maybe(row, "hidden_at"));
  }

  private static Optional<Instant> maybe(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OptionalInt number(Row row, String column) {
    Integer value = row.getInteger(column);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
