package coop.maillon.booking.closure;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.resource.Catalogue;
import java.util.List;

/** What came of asking for a closure, or of taking one back. */
public sealed interface ClosureOutcome {

  /** What closing would touch; nothing is done. */
  record Planned(Evacuation plan, Catalogue catalogue) implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.planned(this);
    }
  }

  /** It is closed, as that plan says. */
  record Closed(ClosureId id, Evacuation plan) implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.closed(this);
    }
  }

  /** It is open again; the bookings that could not be given back are named. */
  record Open(Closure closure, List<BookingId> lost) implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** Its state does not allow it. The sentence is `closure.state.WHY`. */
  record NotNow(String why) implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.notNow(this);
    }
  }

  /** There is no such thing. */
  record Missing() implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.missing(this);
    }
  }

  /** The asker does not coordinate that site. */
  record Forbidden() implements ClosureOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.forbidden(this);
    }
  }

  <R> R tell(Cases<R> cases);

  /** One function a case. */
  interface Cases<R> {
    R planned(Planned planned);

    R closed(Closed closed);

    R open(Open open);

    R notNow(NotNow notNow);

    R missing(Missing missing);

    R forbidden(Forbidden forbidden);
  }
}
