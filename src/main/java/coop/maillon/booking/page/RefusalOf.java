package coop.maillon.booking.page;

import coop.maillon.booking.BookingOutcome;
import java.util.Optional;

/** How each outcome that is a refusal is told; the others have nothing to tell. */
public record RefusalOf(Refusal.Telling telling)
    implements BookingOutcome.Cases<Optional<Refusal>> {

  public static Optional<Refusal> outcome(BookingOutcome outcome, Refusal.Telling telling) {
    return outcome.tell(new RefusalOf(telling));
  }

  @Override
  public Optional<Refusal> taken(BookingOutcome.Taken taken) {
    return Optional.of(telling.taken(taken));
  }

  @Override
  public Optional<Refusal> against(BookingOutcome.Against against) {
    return Optional.of(telling.against(against));
  }

  @Override
  public Optional<Refusal> notNow(BookingOutcome.NotNow notNow) {
    return Optional.of(telling.notNow(notNow.why()));
  }

  @Override
  public Optional<Refusal> outdated(BookingOutcome.Outdated outdated) {
    return Optional.of(telling.notNow("changed"));
  }

  @Override
  public Optional<Refusal> done(BookingOutcome.Done done) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> repeated(BookingOutcome.Repeated repeated) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> reused(BookingOutcome.Reused reused) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> missing(BookingOutcome.Missing missing) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> forbidden(BookingOutcome.Forbidden forbidden) {
    return Optional.empty();
  }
}
