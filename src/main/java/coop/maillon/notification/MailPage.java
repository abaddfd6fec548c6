package coop.maillon.notification;

import java.util.List;

/** What notification/mail shows: one mail as a page. */
public record MailPage(
    String language,
    String title,
    List<String> sentences,
    String link,
    String action,
    String footer) {}
