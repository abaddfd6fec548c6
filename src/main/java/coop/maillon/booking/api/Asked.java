package coop.maillon.booking.api;

import coop.maillon.web.Answer;
import java.util.function.Function;

/** What was asked, read; or the answer to what cannot be read. */
sealed interface Asked<T> {

  record Read<T>(T value) implements Asked<T> {
    @Override
    public <R> R fold(Function<T, R> read, Function<Answer, R> refused) {
      return read.apply(value);
    }
  }

  record Refused<T>(Answer answer) implements Asked<T> {
    @Override
    public <R> R fold(Function<T, R> read, Function<Answer, R> refused) {
      return refused.apply(answer);
    }
  }

  <R> R fold(Function<T, R> read, Function<Answer, R> refused);
}
