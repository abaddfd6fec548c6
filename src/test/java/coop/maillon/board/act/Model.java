package coop.maillon.board.act;

import coop.maillon.board.AnswerStatus;
import coop.maillon.board.EngagementStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The board once more, in memory and with nothing in common with the program but the rules of product.md. */
final class Model {

  static final int FLOOR = -600;
  static final int WELCOME = 120;

  final Map<Long, Long> balances = new HashMap<>();
  final Set<Long> gone = new HashSet<>();
  final List<P> posts = new ArrayList<>();
  long pot;

  /** A post. */
  static final class P {
    final long id;
    final long author;
    final boolean offer;
    final boolean together;
    final boolean hours;
    final int places;
    final int estimate;
    final Instant expires;
    boolean open = true;
    final List<A> answers = new ArrayList<>();
    final List<E> engagements = new ArrayList<>();

    P(long id, long author, Sort sort, Instant expires) {
      this.id = id;
      this.author = author;
      this.offer = sort.offer();
      this.together = sort.together();
      this.hours = sort.hours();
      this.places = sort.places();
      this.estimate = sort.estimate();
      this.expires = expires;
    }

    long taken() {
      return answers.stream().filter(a -> a.status == AnswerStatus.ACCEPTED).count();
    }

    boolean full() {
      return taken() >= places;
    }

    boolean sees(long member) {
      return open
          || author == member
          || answers.stream().anyMatch(a -> a.member == member)
          || engagements.stream().anyMatch(e -> e.isParty(member));
    }
  }

  /** What a post is like. */
  record Sort(boolean offer, boolean together, boolean hours, int places, int estimate) {}

  /** An answer. */
  static final class A {
    final long id;
    final long member;
    AnswerStatus status = AnswerStatus.PROPOSED;
    Instant waiting = Instant.MAX;
    Optional<E> engagement = Optional.empty();

    A(long id, long member) {
      this.id = id;
      this.member = member;
    }

    boolean open() {
      return status == AnswerStatus.PROPOSED || status == AnswerStatus.WAITING;
    }
  }

  /** An engagement; its id is learnt when the program has given one. */
  static final class E {
    long id;
    final P post;
    final long helper;
    final List<Long> receivers = new ArrayList<>();
    final Map<Long, Integer> promised = new HashMap<>();
    EngagementStatus status = EngagementStatus.AGREED;
    Instant since;
    Optional<Integer> helperSays = Optional.empty();
    Optional<Integer> receiversSay = Optional.empty();

    E(P post, long helper, Instant since) {
      this.post = post;
      this.helper = helper;
      this.since = since;
    }

    boolean isParty(long member) {
      return helper == member || receivers.contains(member);
    }

    boolean isOpen() {
      return Set.of(EngagementStatus.AGREED, EngagementStatus.DECLARED, EngagementStatus.DISPUTED)
          .contains(status);
    }

    int smallest() {
      return Math.min(helperSays.orElse(post.estimate), receiversSay.orElse(post.estimate));
    }
  }

  void join(long member) {
    balances.put(member, (long) WELCOME);
    pot -= WELCOME;
  }

  long promised(long member) {
    return posts.stream()
        .flatMap(p -> p.engagements.stream())
        .mapToLong(e -> e.promised.getOrDefault(member, 0))
        .sum();
  }

  boolean mayPromise(long member, int minutes) {
    return balances.getOrDefault(member, 0L) - promised(member) - minutes >= FLOOR;
  }

  /** False where the floor is in the way. */
  boolean engage(P post, A answer, Instant now) {
    long receiver = post.offer ? answer.member : post.author;
    if (post.hours && !mayPromise(receiver, post.estimate)) {
      return false;
    }
    E engagement = post.engagements.stream()
        .filter(e -> post.offer && post.together && e.status == EngagementStatus.AGREED)
        .findFirst()
        .orElseGet(() -> {
          var made = new E(post, post.offer ? post.author : answer.member, now);
          post.engagements.add(made);
          return made;
        });
    engagement.receivers.add(receiver);
    if (post.hours) {
      engagement.promised.put(receiver, post.estimate);
    }
    answer.status = AnswerStatus.ACCEPTED;
    answer.engagement = Optional.of(engagement);
    return true;
  }

  /** Who lines up at the same moment stands in the order of the answers. */
  void lineUp(A answer, Instant now) {
    answer.status = AnswerStatus.WAITING;
    answer.waiting = now;
  }

  void serveLine(P post, Instant now) {
    var line = post.answers.stream()
        .filter(a -> a.status == AnswerStatus.WAITING && !gone.contains(a.member))
        .sorted(Comparator.comparing((A a) -> a.waiting).thenComparingLong(a -> a.id))
        .toList();
    line.stream().filter(a -> post.open && !post.full()).forEach(a -> engage(post, a, now));
  }

  void letGo(E engagement, EngagementStatus to, AnswerStatus answers, Instant now) {
    engagement.status = to;
    engagement.since = now;
    engagement.promised.clear();
    of(engagement).forEach(a -> a.status = answers);
    serveLine(engagement.post, now);
  }

  void leave(E engagement, long receiver, Instant now) {
    of(engagement)
        .filter(a -> a.member == receiver)
        .forEach(a -> a.status = AnswerStatus.WITHDRAWN);
    engagement.receivers.remove(receiver);
    engagement.promised.remove(receiver);
    serveLine(engagement.post, now);
  }

  private static Stream<A> of(E engagement) {
    return engagement.post.answers.stream()
        .filter(a -> a.status == AnswerStatus.ACCEPTED
            && a.engagement.filter(e -> e == engagement).isPresent())
        .toList()
        .stream();
  }

  void count(E engagement, int minutes, Instant now) {
    int each = minutes / engagement.receivers.size();
    int left = minutes;
    for (int i = 0; i < engagement.receivers.size(); i++) {
      int share = i == engagement.receivers.size() - 1 ? left : each;
      balances.merge(engagement.receivers.get(i), (long) -share, Long::sum);
      left -= share;
    }
    balances.merge(engagement.helper, (long) minutes, Long::sum);
    engagement.promised.clear();
    engagement.status = EngagementStatus.CONFIRMED;
    engagement.since = now;
  }

  void close(P post) {
    post.open = false;
    post.answers.stream().filter(A::open).forEach(a -> a.status = AnswerStatus.CLOSED);
  }

  void departs(long member, Instant now) {
    gone.add(member);
    posts.stream().filter(p -> p.open && p.author == member).forEach(this::close);
    posts.forEach(p -> p.answers.stream()
        .filter(a -> a.open() && a.member == member)
        .forEach(a -> a.status = AnswerStatus.WITHDRAWN));
    engagements().filter(e -> e.isOpen() && e.isParty(member)).toList().forEach(e -> {
      if (e.status != EngagementStatus.AGREED) {
        count(e, e.smallest(), now);
      } else if (e.receivers.size() > 1 && e.receivers.contains(member)) {
        leave(e, member, now);
      } else {
        letGo(e, EngagementStatus.CANCELLED, AnswerStatus.WITHDRAWN, now);
      }
    });
    pot += balances.getOrDefault(member, 0L);
    balances.put(member, 0L);
  }

  Stream<E> engagements() {
    return posts.stream()
        .flatMap(p -> p.engagements.stream())
        .sorted(Comparator.comparingLong(e -> e.id));
  }

  /** What time does by then. */
  void pass(Instant now) {
    posts.stream().filter(p -> p.open && !p.expires.isAfter(now)).forEach(this::close);
    var due = engagements()
        .filter(e -> e.isOpen() && !e.since.plus(patience(e)).isAfter(now))
        .sorted(Comparator.comparing((E e) -> e.since).thenComparingLong(e -> e.id))
        .toList();
    due.forEach(e -> elapse(e, now));
  }

  private static Duration patience(E engagement) {
    return Duration.ofDays(engagement.status == EngagementStatus.AGREED ? 30 : 14);
  }

  private void elapse(E engagement, Instant now) {
    switch (engagement.status) {
      case AGREED -> letGo(engagement, EngagementStatus.CANCELLED, AnswerStatus.CLOSED, now);
      case DECLARED -> {
        int said = engagement.helperSays.or(() -> engagement.receiversSay).orElseThrow();
        if (said <= 120 && said <= engagement.post.estimate) {
          count(engagement, said, now);
        } else {
          engagement.status = EngagementStatus.DISPUTED;
          engagement.since = now;
        }
      }
      default -> count(engagement, engagement.smallest(), now);
    }
  }
}
