package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingRequest;
import coop.maillon.member.MemberId;
import coop.maillon.web.Answer;
import coop.maillon.web.Fields;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Booking for somebody else, which coordinators of the sites concerned may do. */
public final class Behalf {

  /** Somebody active, as far as booking for them goes. */
  public record Person(MemberId id, String name) {}

  private final Function<String, Future<Optional<Person>>> find;

  /** Finds an active member by id or by e-mail address. */
  public Behalf(Function<String, Future<Optional<Person>>> find) {
    this.find = find;
  }

  /** The request, for the member named by id or e-mail; as it is where nobody is named. */
  Future<Asked<BookingRequest>> of(BookingRequest request, Optional<String> named, Fields fields) {
    return named
        .map(who -> find.apply(who)
            .map(found -> found
                .map(person -> allowed(request, person))
                .orElseGet(() -> new Asked.Refused<BookingRequest>(
                    fields.problem("member", "booking.no-such-member").refusal()))))
        .orElseGet(() -> succeededFuture(new Asked.Read<>(request)));
  }

  private static Asked<BookingRequest> allowed(BookingRequest request, Person person) {
    boolean isSelf = person.id().value() == request.actor().id();
    return isSelf || request.isByCoordinator()
        ? new Asked.Read<>(request.on(person.id(), person.name()))
        : new Asked.Refused<>(Answer.forbidden());
  }
}
