package coop.maillon.member.page;

import java.util.Optional;

/**
 * What member/password shows: where to send a link, or that it is on its way.
 *
 * @param sent whether a link was asked for
 */
record LinkSentPage(String title, String email, boolean sent, Optional<String> problem) {}
