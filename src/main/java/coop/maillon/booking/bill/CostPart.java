package coop.maillon.booking.bill;

import java.util.List;
import java.util.Optional;

/**
 * What booking/_cost shows: what a booking will cost, or came to.
 *
 * @param lines each thing that it is made of
 * @param notes what is to be known of it
 * @param correct where it can be put right; empty for whoever may not
 */
public record CostPart(
    String heading,
    List<Line> lines,
    String total,
    List<String> notes,
    Optional<Spared> spared,
    Optional<String> correct) {

  /** One line of a bill. */
  public record Line(String label, String amount) {}

  /** What a trip spares; {@code how} says with what it is compared, and by whose numbers. */
  public record Spared(String avoided, String emitted, String how) {}

  /** The same on a page where it is being put right. */
  public CostPart without() {
    return new CostPart(heading, lines, total, notes, spared, Optional.empty());
  }

  /** Whether there is anything to it but the sum. */
  public boolean several() {
    return lines.size() > 1;
  }
}
