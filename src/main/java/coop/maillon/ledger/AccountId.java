package coop.maillon.ledger;

/** Which account. */
public record AccountId(long value) implements Comparable<AccountId> {

  @Override
  public int compareTo(AccountId other) {
    return Long.compare(value, other.value);
  }
}
