package coop.maillon.notification.preference;

import coop.maillon.web.Who;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What messages are about, as a person would group them. A kind belongs to the topic that names its beginning, the longest
 * winning: a new kind joins by one line here, or by none where its beginning is known.
 */
public enum Topic {
  BOOKINGS(Nature.NEWS, Timing.NOW, "booking.", "series.", "feed.", "vehicle.", "cost."),
  /** A place that is kept for half an hour: in a digest it would be gone. */
  OFFERS(Nature.PRESSING, Timing.NOW, "waiting."),
  CLOSURES(Nature.ACT, Timing.NOW, "closure.", "maintenance."),
  REMINDERS(Nature.MOMENT, Timing.NOW, "reminder."),
  HABILITATIONS(Nature.NEWS, Timing.NOW, "habilitation."),
  PROBLEMS(Nature.NEWS, Timing.NOW, "problem.", "damage."),
  /** One's posts, and what is said about them and about one's answers. */
  ANSWERS(Nature.NEWS, Timing.NOW, "post.", "answer.", "reply."),
  ENGAGEMENTS(Nature.ACT, Timing.NOW, "engagement.", "thanks."),
  /** Somebody looks for what one knows. */
  REQUESTS(Nature.NEWS, Timing.DIGEST, "post.matched", "post.wanted", "match."),
  HOURS(Nature.NEWS, Timing.NOW, "hours.", "transfer.", "account."),
  COORDINATION(
      Nature.ACT,
      Timing.NOW,
      "booking.asked",
      "series.asked",
      "problem.signalled",
      "problem.overdue",
      "vehicle.short",
      "vehicle.unplugged",
      "damage.reported",
      "damage.closed",
      "damage.renewed",
      "damage.unclosed",
      "habilitation.ending",
      "engagement.referred",
      "report."),
  OTHER(Nature.NEWS, Timing.NOW, "");

  /** What would be too late in any digest. */
  private static final Set<String> URGENT = Set.of(
      "booking.overdue",
      "booking.delayed",
      "vehicle.broken",
      "vehicle.tight",
      "vehicle.given",
      "vehicle.unplugged",
      "damage.closed",
      "damage.renewed",
      "damage.unclosed");

  private final Nature nature;
  private final Timing usual;
  private final List<String> beginnings;

  Topic(Nature nature, Timing usual, String... beginnings) {
    this.nature = nature;
    this.usual = usual;
    this.beginnings = List.of(beginnings);
  }

  /** What its messages ask of their reader. */
  private enum Nature {
    NEWS,
    /** Something is expected of the reader: it always counts as unread. */
    ACT,
    /** The same, and soon: no digest has it. */
    PRESSING,
    /** Of use at its moment only: no digest has it. */
    MOMENT
  }

  public static Topic of(String kind) {
    return Stream.of(values())
        .max(Comparator.comparingInt(topic -> topic.knows(kind)))
        .orElse(OTHER);
  }

  /** How much of the kind it names; -1 where it is not its own. */
  private int knows(String kind) {
    return beginnings.stream()
        .filter(kind::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }

  /** Whether such a message waits for no digest, whatever its topic. */
  public static boolean isUrgent(String kind) {
    return URGENT.contains(kind);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Whether its messages always count as unread, since something is expected of the reader. */
  public boolean alwaysCounts() {
    return nature == Nature.ACT || nature == Nature.PRESSING;
  }

  /** Whether its messages are of use at their moment only. */
  public boolean passes() {
    return nature == Nature.PRESSING || nature == Nature.MOMENT;
  }

  /** When its mails may come. */
  public Set<Timing> timings() {
    return passes()
        ? Set.of(Timing.NOW, Timing.NEVER)
        : Set.of(Timing.NOW, Timing.DIGEST, Timing.NEVER);
  }

  /** Whether anything of it can reach that person: guests have no mutual help. */
  boolean concerns(Who who) {
    return switch (this) {
      case COORDINATION -> who.coordinatesSomething();
      case ANSWERS, ENGAGEMENTS, REQUESTS, HOURS -> !who.guest();
      default -> true;
    };
  }

  Choice usual() {
    return Choice.usual(usual);
  }
}
