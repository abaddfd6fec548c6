package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the server does with memory that it no longer needs. */
class SpareMemoryTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSystemGetsItBack() {
    assertThat(SpareMemory.giveBack()).isTrue();
  }
}
