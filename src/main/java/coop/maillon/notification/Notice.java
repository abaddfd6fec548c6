package coop.maillon.notification;

import io.vertx.core.json.JsonObject;

/**
 * One message to one person.
 *
 * @param seq the number of the event it tells of
 * @param kind which wording: the messages `notification.KIND.…`
 * @param data what the wording needs, as it is at this moment
 */
record Notice(Recipient to, long seq, String kind, JsonObject data, Urgency urgency) {

  /** The path of what it is about: the booking, unless it says another. */
  String link() {
    return data.getString("link", "/bookings/" + data.getLong("booking"));
  }

  /** How loud a message is. */
  enum Urgency {
    /** Kept, not counted as unread, and mailed: the receipt of one's own act. */
    RECEIPT,
    /** Kept and counted as unread, and mailed. */
    NEWS
  }
}
