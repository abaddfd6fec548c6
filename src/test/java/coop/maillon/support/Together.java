package coop.maillon.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people who do something at the same moment. */
public final class Together {

  private Together() {}

  /**
   * Does it n times at once, each in a thread of its own, all let go by one gate.
   *
   * @param act is given its number, from 0
   * @return what came of each, in the order of their numbers
   */
  public static <T> List<T> together(int n, IntFunction<T> act) {
    var gate = new CyclicBarrier(n);
    ExecutorService people = Executors.newFixedThreadPool(n);
    try {
      List<Future<T>> acts = IntStream.range(0, n)
          .mapToObj(i -> people.submit(behind(gate, () -> act.apply(i))))
          .toList();
      return acts.stream().map(Together::outcome).toList();
    } finally {
      people.shutdown();
    }
  }

  private static <T> Callable<T> behind(CyclicBarrier gate, Callable<T> act) {
    return () -> {
      gate.await();
      return act.call();
    };
  }

  private static <T> T outcome(Future<T> act) {
    try {
      return act.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
