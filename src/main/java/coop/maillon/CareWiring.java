package coop.maillon;

/** Looking after places and people: closures, problems, who is on duty, who did what. */
final class CareWiring implements Part {

  private final Base base;

  CareWiring(Base base) {
    this.base = base;
  }
}
