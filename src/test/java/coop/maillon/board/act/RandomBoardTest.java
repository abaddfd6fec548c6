package coop.maillon.board.act;

import static coop.maillon.support.TestApp.done;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand acts chosen by a seed, in four cooperatives at once: after each the accounts are those of the model, all entries
 * together nothing, every answer and every engagement where the model has it.
 */
class RandomBoardTest {

  private static final int LANES = 4;
  private static final int STEPS = 2500;
  private static final long SEED = 20261129;

  /** What a walk that went nowhere would lack. */
  private static final List<String> EVERYTHING = List.of(
      "accept Done",
      "accept Against",
      "declare Done",
      "confirm Done",
      "dispute Done",
      "decide Done",
      "dismiss Done",
      "cancel Done",
      "miss Done",
      "reverse Done",
      "leave Done");

  @Test
  void whateverIsDoneTheLedgerIsTheModels() {
    List<Hall> halls = IntStream.range(0, LANES).mapToObj(i -> new Hall()).toList();
    try {
      var all = new TreeMap<String, Integer>();
      together(LANES, i -> new Walk(halls.get(i), SEED + i).steps(STEPS))
          .forEach(one -> one.forEach((what, times) -> all.merge(what, times, Integer::sum)));
      System.out.printf("%d random operations: %s%n", LANES * STEPS, all);
      assertThat(all.keySet()).as(all.toString()).containsAll(EVERYTHING);
      halls.forEach(RandomBoardTest::nobodyIsStuck);
    } finally {
      halls.forEach(Hall::close);
    }
  }

  /** Once enough time has passed nothing is open any more, and nothing is promised. */
  private static void nobodyIsStuck(Hall hall) {
    for (int i = 0; i < 3; i++) {
      hall.clock().pass(Duration.ofDays(31));
      done(hall.board().clockwork().turn());
    }
    assertThat(hall.ask("SELECT count(*) FROM post WHERE status IN ('draft', 'published')"))
        .isEqualTo("0");
    assertThat(hall.ask("SELECT count(*) FROM answer WHERE status IN ('proposed', 'waiting')"))
        .isEqualTo("0");
    assertThat(hall.ask(
            "SELECT count(*) FROM engagement WHERE status IN ('agreed', 'declared', 'disputed')"))
        .isEqualTo("0");
    assertThat(hall.ask("SELECT count(*) FROM reservation")).isEqualTo("0");
    assertThat(hall.sum()).isEqualTo("0");
  }
}
