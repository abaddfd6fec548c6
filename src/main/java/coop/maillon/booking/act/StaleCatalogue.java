package coop.maillon.booking.act;

/** The catalogue changed between reading it and taking the locks: roll back, read it again, start again. */
public final class StaleCatalogue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleCatalogue() {
    super("the catalogue has changed", null, false, false);
  }
}
