package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void compiles() {
    assertThat(Main.class).isNotNull();
  }
}
