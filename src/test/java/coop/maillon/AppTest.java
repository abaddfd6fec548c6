package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import org.junit.jupiter.api.Test;

/** The program as a whole: it starts, answers and stops. */
class AppTest {

  @Test
  void aPageThatIsNotThereIsAKindOne() {
    try (var app = TestApp.start()) {
      assertThat(app.get("/nowhere").statusCode()).isEqualTo(404);
      assertThat(app.get("/nowhere").body()).contains("<html");
    }
  }
}
