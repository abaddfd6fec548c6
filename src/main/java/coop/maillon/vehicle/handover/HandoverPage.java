package coop.maillon.vehicle.handover;

import coop.maillon.vehicle.damage.DamageCard;
import coop.maillon.vehicle.damage.DamagePart;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What vehicle/handover shows: a car about to be taken or brought back.
 *
 * @param back where it came from, and where it leads
 * @param action where the form is sent; empty where it is not the moment, and {@code why} says so
 * @param soc what is shown of its charge, where it is known by it
 * @param questions each with its answers, one of which is to be chosen
 * @param damages what is known to be damaged
 * @param seen the part in which somebody says what is new
 * @param doubted whether something cannot be believed as it stands, and can be said again
 */
public record HandoverPage(
    String title,
    String when,
    String booking,
    String back,
    Key key,
    Optional<String> action,
    Optional<String> why,
    String odometer,
    String last,
    Optional<Soc> soc,
    List<Question> questions,
    List<DamageCard> damages,
    DamagePart seen,
    boolean doubted,
    Map<String, String> problems,
    String label) {

  public boolean anyProblem() {
    return !problems.isEmpty() && !doubted;
  }

  /**
   * What gets one into it.
   *
   * @param code once it was asked for
   * @param ask whether it can be asked for
   * @param later from when, where it is too early
   */
  public record Key(Optional<String> code, boolean ask, Optional<String> later) {

    static final Key NONE = new Key(Optional.empty(), false, Optional.empty());

    public boolean any() {
      return ask || code.isPresent() || later.isPresent();
    }
  }

  /** @param hint what was expected */
  public record Soc(String value, String hint) {}

  /** @param problem why what was chosen will not do; may be empty */
  public record Question(String name, String legend, List<Choice> choices, String problem) {

    public boolean isDamage() {
      return name.equals("damage");
    }
  }

  /** One answer. */
  public record Choice(String name, String value, String label, boolean chosen) {}
}
