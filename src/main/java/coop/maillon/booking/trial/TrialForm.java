package coop.maillon.booking.trial;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.page.Typed;
import coop.maillon.booking.page.TypedSlot;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who would ask for what and when, as a coordinator typed it.
 *
 * @param also slugs of what is to come with it
 * @param byMe the coordinator would book for that person, instead of the person by themselves
 */
record TrialForm(String member, String resource, List<String> also, TypedSlot slot, boolean byMe) {

  static TrialForm of(Ask ask) {
    var typed = new Typed(ask);
    return new TrialForm(
        typed.text("member"),
        typed.text("resource"),
        typed.all("also"),
        TypedSlot.of(typed),
        typed.text("by").equals("me"));
  }

  /** Whether anything was asked yet. */
  boolean isAsked() {
    return !slot.isBlank();
  }

  /** All that is asked for, what is asked for first coming first; what nobody can book is left out. */
  List<Resource> wanted(Catalogue catalogue) {
    return Stream.concat(Stream.of(resource), also.stream())
        .distinct()
        .flatMap(slug -> catalogue.resource(slug).stream())
        .filter(one -> !one.isRetired())
        .toList();
  }

  /** What came of reading: the request if nothing is wrong. */
  record Read(Optional<BookingRequest> request, List<FieldProblem> problems) {}

  /** @param found who answers to the address; @param wanted one or more */
  Read read(Ask ask, Optional<Who> found, List<Resource> wanted) {
    var fields = Fields.ofQuery(ask);
    var time = slot.read(fields, wanted.get(0).site().zone());
    if (found.isEmpty()) {
      fields.problem("member", member.isEmpty() ? "field.required" : "rules.member.unknown");
    }
    var request = fields.complete()
        ? found.flatMap(who -> time.map(when -> request(ask.who(), who, wanted, when)))
        : Optional.<BookingRequest>empty();
    return new Read(request, fields.problems());
  }

  private BookingRequest request(
      Who coordinator, Who member, List<Resource> wanted, TimeSlot when) {
    var wishes = wanted.stream().map(Wish::any).toList();
    return BookingRequest.of(byMe ? coordinator : member, wishes.get(0), when, Details.NONE)
        .wishing(wishes.subList(0, 1), wishes.subList(1, wishes.size()))
        .on(new MemberId(member.id()), member.name());
  }
}
