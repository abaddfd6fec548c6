package coop.maillon.privacy.export;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of things that are kept about a member: a table of the file, named by the word of the glossary. */
enum Kind {
  PROFILE(Part.SELF),
  PREFERENCE(Part.SELF),
  GROUP(Part.SELF),
  HABILITATION(Part.SELF),
  TRAINING(Part.SELF),
  QUOTA(Part.SELF),
  DUTY(Part.SELF),
  BOOKING(Part.BOOKINGS),
  SERIES(Part.BOOKINGS),
  WAITING(Part.BOOKINGS),
  HOLD(Part.BOOKINGS),
  REMINDER(Part.BOOKINGS),
  PROBLEM(Part.BOOKINGS),
  READING(Part.BOOKINGS),
  HANDOVER(Part.BOOKINGS),
  DAMAGE(Part.BOOKINGS),
  ACCESS(Part.BOOKINGS),
  SETTLEMENT(Part.BOOKINGS),
  CORRECTION(Part.BOOKINGS),
  SKILL(Part.BOARD),
  CONFIRMATION(Part.BOARD),
  POST(Part.BOARD),
  ANSWER(Part.BOARD),
  REPLY(Part.BOARD),
  ENGAGEMENT(Part.BOARD),
  THANKS(Part.BOARD),
  MATCHED(Part.BOARD),
  REPORT(Part.BOARD),
  MODERATION(Part.BOARD),
  ENTRY(Part.BOARD),
  PROMISE(Part.BOARD),
  INBOX(Part.TRACES),
  MAIL(Part.TRACES),
  AUDIT(Part.TRACES),
  SESSION(Part.TRACES),
  TOKEN(Part.TRACES),
  LINK(Part.TRACES),
  FEED(Part.TRACES),
  IMPORT(Part.TRACES);

  private final Part part;

  Kind(Part part) {
    this.part = part;
  }

  /** What belongs together where the kinds are told. */
  enum Part {
    SELF,
    BOOKINGS,
    BOARD,
    TRACES;

    String named(Words words) {
      return words.say("privacy.part." + name().toLowerCase(Locale.ROOT));
    }

    List<Kind> kinds() {
      return Stream.of(Kind.values()).filter(kind -> kind.part == this).toList();
    }
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its table has, in a sentence. */
  String told(Words words) {
    return words.say("privacy.kind." + word());
  }
}
