package coop.maillon.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transfer on the statement of one account.
 *
 * @param amount what the account got, less than zero where it gave
 * @param balance of the account after it
 * @param actor name of who made it; empty where time did
 * @param others names of those on the other side; the common pot has none
 * @param reverses the transfer that it takes back
 * @param reversed whether it was taken back itself
 */
public record Line(
    TransferId transfer,
    String kind,
    String about,
    String reason,
    Instant at,
    long amount,
    long balance,
    String actor,
    List<String> others,
    Optional<TransferId> reverses,
    boolean reversed) {

  public Line {
    others = List.copyOf(others);
  }
}
