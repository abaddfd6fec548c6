package coop.maillon.privacy;

/**
 * For how long what happened is kept with whom it concerned; after that nobody is named in it any more.
 *
 * @param bookings months after the end of a booking: its title, its notes, who was invited
 * @param posts months after a post ended: its text, answers, thanks
 * @param problems months after a problem was closed: who signalled it, the photo
 * @param audit months after an act: by whom and to whom
 * @param inbox months after a message came, read or not
 * @param mail days after a mail was written
 */
public record Periods(int bookings, int posts, int problems, int audit, int inbox, int mail) {}
