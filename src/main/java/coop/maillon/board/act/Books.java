package coop.maillon.board.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Floor;
import coop.maillon.board.Person;
import coop.maillon.ledger.Accounts;
import coop.maillon.ledger.Currency;
import coop.maillon.ledger.Transfer;
import coop.maillon.ledger.TransferId;
import io.vertx.core.Future;
import java.util.Optional;

/** What an engagement does to the accounts: a promise when it is agreed, a transfer when its hours are settled. */
final class Books {

  private static final String HELP = "help";

  private final Accounts accounts;

  Books(Accounts accounts) {
    this.accounts = accounts;
  }

  /** What keeps somebody from promising so much; the floor of their account does, and nothing else. */
  Future<Optional<Floor>> obstacle(Scene scene, Person payer, int minutes) {
    return accounts
        .standing(scene.tx(), scene.account(payer))
        .map(standing -> standing.mayPromise(minutes)
            ? Optional.empty()
            : Optional.of(new Floor(payer, standing, minutes)));
  }

  Future<Void> promise(Scene scene, EngagementId engagement, Person payer, int minutes) {
    return accounts.reserve(
        scene.tx(), scene.account(payer), minutes, Engagement.about(engagement));
  }

  /** Nobody needs to keep it any more. */
  Future<Void> free(Scene scene, Engagement engagement) {
    return engagement.countsHours()
        ? accounts.release(scene.tx(), Engagement.about(engagement.id()))
        : succeededFuture();
  }

  /** One of those who are helped together goes. */
  Future<Void> free(Scene scene, Engagement engagement, Person payer) {
    return engagement.countsHours()
        ? accounts.release(scene.tx(), Engagement.about(engagement.id()), scene.account(payer))
        : succeededFuture();
  }

  /**
   * Gives the helper the time, which those who are helped share; it may go below the floor, since the work was done.
   *
   * @param reason why a coordinator decided so; may be empty
   */
  Future<TransferId> settle(Scene scene, Engagement engagement, int minutes, String reason) {
    var payers = engagement.receivers().stream().map(scene::account).toList();
    var amounts = Transfer.shared(payers, scene.account(engagement.helper()), minutes);
    var transfer = new Transfer(
        Currency.MINUTES, HELP, Engagement.about(engagement.id()), reason, scene.actor(), amounts);
    return free(scene, engagement).compose(freed -> accounts.post(scene.tx(), transfer));
  }
}
