package coop.maillon.booking;

import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.util.List;

/** What came of asking for something about a booking. A refusal is an answer, not an error. */
public sealed interface BookingOutcome {

  /** It is done; this is the booking now. */
  record Done(Booking booking) implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.done(this);
    }
  }

  /** It was done before, under the same key: the answer that was given then. */
  record Repeated(String answer) implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.repeated(this);
    }
  }

  /** The key was used for something else. */
  record Reused(String answer) implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.reused(this);
    }
  }

  /**
   * Something occupies part of that time.
   *
   * @param full those of several wanted things that are not free; none where one thing was wanted
   */
  record Taken(TimeSlot wanted, List<ResourceId> full, List<Alternative> alternatives)
      implements BookingOutcome {
    /** What is taken, by name where several things were wanted. */
    public String sentence(Catalogue catalogue, Words words) {
      var names = full.stream().map(id -> catalogue.known(id).name()).toList();
      return names.isEmpty()
          ? words.say("booking.taken")
          : words.say("booking.taken.some", "count", names.size(), "resources", words.all(names));
    }

    /** The same with ways out. */
    public Taken with(List<Alternative> ways) {
      return new Taken(wanted, full, ways);
    }

    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.taken(this);
    }
  }

  /** One or more rules stand in the way. */
  record Against(TimeSlot wanted, List<Violation> violations, List<Alternative> alternatives)
      implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.against(this);
    }
  }

  /** Somebody changed it meanwhile. */
  record Outdated(int version) implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.outdated(this);
    }
  }

  /** Its state does not allow it: `over`, `too-late`, `not-pending`… The sentence is `booking.state.WHY`. */
  record NotNow(String why) implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.notNow(this);
    }
  }

  /** There is no such thing, as far as the asker may know. */
  record Missing() implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.missing(this);
    }
  }

  /** The asker may see it, not do this to it. */
  record Forbidden() implements BookingOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.forbidden(this);
    }
  }

  <R> R tell(Cases<R> cases);

  /** One function a case; Java 17 has no exhaustive switch over types. */
  interface Cases<R> {
    R done(Done done);

    R repeated(Repeated repeated);

    R reused(Reused reused);

    R taken(Taken taken);

    R against(Against against);

    R outdated(Outdated outdated);

    R notNow(NotNow notNow);

    R missing(Missing missing);

    R forbidden(Forbidden forbidden);
  }
}
