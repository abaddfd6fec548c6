package coop.maillon.board;

import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a helper and those who are helped agreed on. Who pays and who is paid is written when it is agreed.
 *
 * @param receivers who is helped, in the order in which they came
 * @param since since when it is as it is
 * @param reminded how often the silent side was reminded
 */
public record Engagement(
    EngagementId id,
    Person helper,
    List<Person> receivers,
    Mode mode,
    EngagementStatus status,
    OptionalInt estimateMinutes,
    Instant agreed,
    Instant since,
    int reminded,
    Numbers numbers,
    Ending ending,
    List<Thanks> thanks) {

  /** After so long without a word, time decides (product.md, Entraide). */
  public static final Duration SILENCE = Duration.ofDays(14);

  /** The most that is counted without a word from the other side. */
  public static final int SETTLED_AT_MOST = 120;

  public Engagement {
    receivers = List.copyOf(receivers);
    thanks = List.copyOf(thanks);
  }

  /** What each side says it took, in minutes. */
  public record Numbers(OptionalInt helper, OptionalInt receivers) {

    public static final Numbers NONE = new Numbers(OptionalInt.empty(), OptionalInt.empty());

    public OptionalInt of(Side side) {
      return side == Side.HELPER ? helper : receivers;
    }

    public Numbers with(Side side, int minutes) {
      return side == Side.HELPER
          ? new Numbers(OptionalInt.of(minutes), receivers)
          : new Numbers(helper, OptionalInt.of(minutes));
    }
  }

  /**
   * How it ended, or what keeps it from ending.
   *
   * @param dispute what is wrong, in words
   * @param minutes what was counted; nothing where nothing was to be counted
   * @param reason why a coordinator decided so
   */
  public record Ending(
      String dispute,
      OptionalInt minutes,
      String reason,
      Optional<Person> by,
      Optional<TransferId> transfer) {

    public static final Ending NONE =
        new Ending("", OptionalInt.empty(), "", Optional.empty(), Optional.empty());
  }

  /** Thanks in words. */
  public record Thanks(Person from, String body, Instant at) {}

  /** What the ledger calls it. */
  public static String about(EngagementId id) {
    return "engagement:" + id;
  }

  /** Which one the ledger speaks of; empty where it is about something else. */
  public static Optional<EngagementId> of(String about) {
    return about.startsWith("engagement:")
        ? EngagementId.read(about.substring("engagement:".length()))
        : Optional.empty();
  }

  /** On which side somebody is; empty for everybody else. */
  public Optional<Side> sideOf(MemberId member) {
    if (helper.is(member)) {
      return Optional.of(Side.HELPER);
    }
    return receivers.stream().anyMatch(one -> one.is(member))
        ? Optional.of(Side.RECEIVERS)
        : Optional.empty();
  }

  public Stream<Person> parties() {
    return Stream.concat(Stream.of(helper), receivers.stream());
  }

  public Stream<Person> on(Side side) {
    return side == Side.HELPER ? Stream.of(helper) : receivers.stream();
  }

  public boolean countsHours() {
    return mode == Mode.HOURS;
  }

  public boolean isAgreed() {
    return status == EngagementStatus.AGREED;
  }

  public boolean isOpen() {
    return !EngagementStatus.LIFE.isFinal(status);
  }

  /** The side that has said a number first, where only one has. */
  public Optional<Side> declarer() {
    if (status != EngagementStatus.DECLARED) {
      return Optional.empty();
    }
    return Optional.of(numbers.helper().isPresent() ? Side.HELPER : Side.RECEIVERS);
  }

  /** The smaller of what both sides said; where one was silent, what it had agreed to stands for it. */
  public int smallest() {
    return Stream.of(numbers.helper(), numbers.receivers())
        .map(said -> said.isPresent() ? said : estimateMinutes)
        .mapToInt(OptionalInt::orElseThrow)
        .min()
        .orElseThrow();
  }

  /** Whether it is little enough to be counted without a word from the other side. */
  public boolean settlesItself() {
    return declarer()
        .map(numbers::of)
        .filter(said -> said.getAsInt() <= SETTLED_AT_MOST
            && said.getAsInt() <= estimateMinutes.orElse(Integer.MAX_VALUE))
        .isPresent();
  }

  /** By when silence ends what was declared. */
  public Instant silentUntil() {
    return since.plus(SILENCE);
  }

  /** The same after one side said a number, or what is wrong. */
  public Engagement said(EngagementStatus next, Numbers said, String dispute, Instant from) {
    var unsettled =
        new Ending(dispute, OptionalInt.empty(), "", Optional.empty(), Optional.empty());
    return new Engagement(
        id,
        helper,
        receivers,
        mode,
        next,
        estimateMinutes,
        agreed,
        from,
        0,
        said,
        unsettled,
        thanks);
  }

  /** The same when nothing more becomes of it. */
  public Engagement ended(EngagementStatus next, Ending how, Instant at) {
    return new Engagement(
        id,
        helper,
        receivers,
        mode,
        next,
        estimateMinutes,
        agreed,
        at,
        reminded,
        numbers,
        new Ending(ending.dispute(), how.minutes(), how.reason(), how.by(), how.transfer()),
        thanks);
  }

  /** The same with these receivers. */
  public Engagement helping(List<Person> whom) {
    return new Engagement(
        id,
        helper,
        whom,
        mode,
        status,
        estimateMinutes,
        agreed,
        since,
        reminded,
        numbers,
        ending,
        thanks);
  }
}
