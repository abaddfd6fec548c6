package coop.maillon.notification.preference;

/**
 * How somebody wants to be told about one topic. The message is kept in any case.
 *
 * @param inbox whether it counts as unread
 * @param live whether it is said on the open page
 */
public record Choice(boolean inbox, boolean live, Timing mail) {

  static Choice usual(Timing mail) {
    return new Choice(true, true, mail);
  }

  Choice with(Timing other) {
    return new Choice(inbox, live, other);
  }
}
