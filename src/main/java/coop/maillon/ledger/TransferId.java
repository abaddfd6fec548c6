package coop.maillon.ledger;

/** Which transfer; in JSON and in addresses, the number as text. */
public record TransferId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
