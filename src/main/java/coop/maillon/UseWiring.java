package coop.maillon;

/** What becomes of a booking: series, waiting, arriving and returning. */
final class UseWiring implements Part {

  private final Base base;

  UseWiring(Base base) {
    this.base = base;
  }
}
