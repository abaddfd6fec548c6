package coop.maillon.ledger;

import coop.maillon.member.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that goes from some accounts to others. What one gives another gets: the amounts sum to zero.
 *
 * @param kind the key of the words for it: `help`, `welcome`, `departure`…
 * @param about what it is about: `engagement:12`; may be empty
 * @param reason why, in somebody's words; may be empty
 * @param actor who made it; nobody where time did
 * @param amounts what each account gets, less than zero where it gives; in the smallest piece of the currency
 */
public record Transfer(
    Currency currency,
    String kind,
    String about,
    String reason,
    Optional<MemberId> actor,
    Map<AccountId, Long> amounts) {

  static final String REVERSAL = "reversal";

  public Transfer {
    amounts = Map.copyOf(amounts);
    if (amounts.size() < 2 || amounts.containsValue(0L)) {
      throw new IllegalArgumentException("a transfer has two accounts at least: " + amounts);
    }
    if (amounts.values().stream().reduce(0L, Math::addExact) != 0) {
      throw new IllegalArgumentException("what is given is not what is got: " + amounts);
    }
  }

  /** What takes it back. */
  Transfer opposite(Optional<MemberId> by, String why) {
    var opposite = new TreeMap<AccountId, Long>();
    amounts.forEach((account, amount) -> opposite.put(account, -amount));
    return new Transfer(currency, REVERSAL, about, why, by, opposite);
  }

  /** So much from one account to another. */
  public static Map<AccountId, Long> from(AccountId giver, AccountId taker, long amount) {
    return Map.of(giver, -amount, taker, amount);
  }

  /**
   * The same shared by several givers, to the smallest piece; the remainder is the last one's. Where there are more givers
   * than pieces, the last one gives all of them.
   */
  public static Map<AccountId, Long> shared(List<AccountId> givers, AccountId taker, long amount) {
    long each = amount / givers.size();
    var amounts = new TreeMap<AccountId, Long>();
    givers.forEach(giver -> amounts.put(giver, -each));
    AccountId last = givers.get(givers.size() - 1);
    amounts.put(last, each * (givers.size() - 1) - amount);
    amounts.put(taker, amount);
    amounts.values().removeIf(nothing -> nothing == 0);
    return amounts;
  }
}
