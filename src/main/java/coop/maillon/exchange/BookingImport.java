package coop.maillon.exchange;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Bookings;
import coop.maillon.exchange.Sheet.Row;
import coop.maillon.member.Member;
import coop.maillon.member.account.Members;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Books from a table: resource, start, end; title, member and private where they are given. */
final class BookingImport implements Importer {

  static final List<String> COLUMNS =
      List.of("resource", "start", "end", "title", "member", "private");

  private static final int LONGEST_TITLE = 120;

  private final Bookings bookings;
  private final Members members;
  private final Catalogues catalogues;
  private final Doing doing;

  BookingImport(Ground ground) {
    this.bookings = ground.bookings();
    this.members = ground.members();
    this.catalogues = ground.catalogues();
    this.doing = new Doing(new ImportStore(), ground.clock());
  }

  @Override
  public Future<Outcome> run(Job job) {
    var rows = Sheet.read(job.content(), COLUMNS.subList(0, 3));
    if (rows.isEmpty()) {
      return job.unreadable(COLUMNS);
    }
    return catalogues
        .fresh()
        .compose(catalogue -> people(rows.get()).compose(people -> {
          var lines = new Lines<BookingRequest>();
          var reading = new Reading(job, catalogue, people);
          rows.get().forEach(row -> reading.read(row, lines));
          return bookings.bring(lines.values(), (tx, outcomes) -> {
            var report =
                lines.report(outcomes.stream().map(one -> why(one, job.words())).toList());
            return doing.once(tx, job, report, Future::succeededFuture);
          });
        }));
  }

  private Future<Map<String, Member>> people(List<Row> rows) {
    var asked =
        rows.stream().flatMap(row -> row.given("member").stream()).distinct().toList();
    var found = asked.stream().map(members::findActive).toList();
    return Future.all(found).map(done -> {
      var people = new HashMap<String, Member>();
      for (int i = 0; i < asked.size(); i++) {
        var name = asked.get(i);
        found.get(i).result().ifPresent(member -> people.put(name, member));
      }
      return people;
    });
  }

  private static String why(BookingOutcome outcome, Words words) {
    if (outcome instanceof BookingOutcome.Done) {
      return "";
    }
    return outcome instanceof BookingOutcome.Against against
        ? against.violations().stream()
            .map(violation -> violation.sentence(words))
            .collect(Collectors.joining(" "))
        : words.say("exchange.calendar.taken");
  }

  /** What a row is read by. */
  private record Reading(Job job, Catalogue catalogue, Map<String, Member> people) {

    void read(Row row, Lines<BookingRequest> lines) {
      var label = row.line() + " · " + row.cell("resource") + " " + row.cell("start");
      var resource = catalogue
          .resource(row.cell("resource"))
          .filter(
              one -> !one.isRetired() && job.who().mayCoordinate(one.site().id().value()));
      var slot = resource.flatMap(one -> slot(row, one.site().zone()));
      var member = row.given("member").map(people::get);
      if (resource.isEmpty()) {
        lines.refuse(label, job.words().say("exchange.calendar.no-resource"));
      } else if (slot.isEmpty()) {
        lines.refuse(label, job.words().say("exchange.calendar.time"));
      } else if (row.given("member").isPresent() && member.isEmpty()) {
        lines.refuse(label, job.words().say("exchange.booking.nobody"));
      } else {
        var request =
            BookingRequest.of(job.who(), Wish.any(resource.get()), slot.get(), details(row));
        lines.add(label, member.map(one -> request.on(one.id(), one.name())).orElse(request));
      }
    }

    private static Details details(Row row) {
      var title = row.cell("title");
      return new Details(
          title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
          row.cell("private").matches("(?i)true|oui|yes|1")
              ? Details.Privacy.PRIVATE
              : Details.Privacy.SHARED,
          "",
          OptionalInt.empty(),
          Set.of());
    }

    private static Optional<TimeSlot> slot(Row row, ZoneId zone) {
      try {
        return TimeSlot.between(at(row.cell("start"), zone), at(row.cell("end"), zone));
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }

    /** With an offset, or in the local time of the site. */
    private static Instant at(String text, ZoneId zone) {
      var said = text.replace(' ', 'T');
      return said.matches(".*(Z|[+-]\\d{2}:\\d{2})")
          ? OffsetDateTime.parse(said).toInstant()
          : LocalDateTime.parse(said).atZone(zone).toInstant();
    }
  }
}
