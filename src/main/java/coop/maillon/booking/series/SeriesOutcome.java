package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.Refusals;
import coop.maillon.resource.TimeSlot;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What came of asking for something about many dates at once. */
public sealed interface SeriesOutcome {

  /**
   * A date that could not be had, with why and ways out.
   *
   * @param date the local start that the rule gives it
   * @param claim what was claimed for it; nothing where something was to be given up
   */
  record Refused(LocalDateTime date, TimeSlot slot, BookingOutcome why, Optional<Claim> claim) {

    static Refused of(LocalDateTime date, Judge.Decision decision) {
      var claim = decision.claim();
      return new Refused(date, claim.slot(), Refusals.of(decision), Optional.of(claim));
    }

    Refused because(BookingOutcome told) {
      return new Refused(date, slot, told, claim);
    }
  }

  /** It is done for these; the refused ones are left out. */
  record Done(SeriesId series, List<Booking> bookings, List<Refused> refused)
      implements SeriesOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.done(this);
    }
  }

  /** Nothing is done. */
  record None(List<Refused> refused) implements SeriesOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.none(this);
    }
  }

  /** What one booking alone would have been answered: repeated, missing, outdated… */
  record Other(BookingOutcome outcome) implements SeriesOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.other(this);
    }
  }

  <R> R tell(Cases<R> cases);

  /** One function a case. */
  interface Cases<R> {
    R done(Done done);

    R none(None none);

    R other(Other other);
  }
}
