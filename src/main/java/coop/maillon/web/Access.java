package coop.maillon.web;

/** Who may come to a route at all; what exactly they may do there, the use case says. */
public enum Access {
  /** Everybody, signed in or not. */
  ANYONE,
  /** Whoever is signed in, guests too. */
  SIGNED_IN,
  /** Members of the cooperative, not its guests. */
  MEMBER,
  /** Who coordinates at least one site, and administrators. */
  COORDINATOR,
  /** Administrators only. */
  ADMINISTRATOR;

  /** Whether somebody who is signed in may come. */
  public boolean admits(Who who) {
    return switch (this) {
      case ANYONE, SIGNED_IN -> true;
      case MEMBER -> !who.guest();
      case COORDINATOR -> who.coordinatesSomething();
      case ADMINISTRATOR -> who.administrator();
    };
  }

  boolean needsSignIn() {
    return this != ANYONE;
  }
}
