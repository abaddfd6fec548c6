package coop.maillon.notification;

import coop.maillon.member.MemberId;
import coop.maillon.notification.preference.Preference;
import coop.maillon.notification.preference.Topic;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * One message to one person: kept in the inbox, and what a mail is written from when it leaves.
 *
 * @param seq the number of the event it tells of
 * @param kind which wording: the messages `notification.KIND.…`
 * @param data what the wording needs, as it is at this moment
 */
record Notice(Reader to, long seq, String kind, JsonObject data, Urgency urgency) {

  /** The path of what it is about: the booking, unless it says another. */
  String link() {
    return data.getString("link", "/bookings/" + data.getLong("booking"));
  }

  /** Whether it is about something on the board. */
  boolean isOfBoard() {
    return data.containsKey("post");
  }

  /** What it is about, as far as it matters for when it comes by mail. */
  Preference.Matter matter() {
    var moment = Stream.of("until", "start")
        .flatMap(name -> Stream.ofNullable(data.getString(name)))
        .filter(text -> text.indexOf('T') > 0)
        .map(Instant::parse)
        .findFirst();
    boolean urgent = Topic.isUrgent(kind) || data.getBoolean("urgent", false);
    return new Preference.Matter(Topic.of(kind), moment, urgent);
  }

  /** Whether its reader is asked for a yes. */
  boolean asks() {
    return kind.equals("booking.asked");
  }

  /** How loud a message is. */
  enum Urgency {
    /** Kept, not counted as unread, and mailed: the receipt of one's own act. */
    RECEIPT,
    /** Kept and counted as unread, and mailed. */
    NEWS
  }

  /** Whom a message reaches, and in which language. */
  record Reader(MemberId id, String name, String email, String language) {

    /** As others read it: Diane Roussel is Diane R. */
    String shortName() {
      String[] names = name.strip().split("\\s+");
      return names.length > 1 ? names[0] + " " + names[names.length - 1].charAt(0) + "." : name;
    }
  }
}
