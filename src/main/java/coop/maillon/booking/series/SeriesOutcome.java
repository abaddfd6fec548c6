package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.SeriesId;
import coop.maillon.resource.TimeSlot;
import java.time.LocalDateTime;
import java.util.List;

/** What came of asking for something about many dates at once. */
public sealed interface SeriesOutcome {

  /** A date that could not be had, with why and ways out. */
  record Refused(LocalDateTime date, TimeSlot slot, BookingOutcome why) {}

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
