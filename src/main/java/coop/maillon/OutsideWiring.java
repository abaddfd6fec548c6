package coop.maillon;

/** What leaves the house and what comes in: calendars, files, screens, reports. */
final class OutsideWiring implements Part {

  private final Base base;

  OutsideWiring(Base base) {
    this.base = base;
  }
}
