package coop.maillon.notification;

import coop.maillon.member.account.Letter;
import coop.maillon.notification.preference.PreferenceRoutes;
import coop.maillon.web.Views;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes mails: a subject, a text and a page, in the reader's language; every link starts with the public address. */
public final class MailWriter {

  private final Views views;
  private final String publicUrl;
  private final Invitations invitations;

  public MailWriter(Views views, Invitations invitations) {
    this.views = views;
    this.publicUrl = invitations.publicUrl();
    this.invitations = invitations;
  }

  /**
   * As it is to leave: a message as it stands in the inbox, to its reader of this moment; a letter as it was written; of a
   * digest the frame alone.
   */
  Mail write(Queued queued) {
    return queued
        .notice()
        .map(notice -> write(notice, notice.link()))
        .or(() -> queued.digestFor().map(reader -> write(reader, List.of())))
        .orElseGet(() -> new Mail(queued.recipient(), queued.content(), Optional.empty()));
  }

  /** @param path where its link leads: to what it is about, or to what only this reader may do */
  Mail write(Notice notice, String path) {
    var to = notice.to();
    var words = views.messages().in(to.language());
    var wording = Wording.of(notice.kind(), notice.data(), words);
    var content = content(words, wording, way(notice, path, words), foot(words));
    return new Mail(to.email(), content, invitations.of(notice));
  }

  /** What has waited, in one. */
  Mail write(Notice.Reader to, List<Notice> waited) {
    var words = views.messages().in(to.language());
    var page = DigestPage.of(waited, words, foot(words));
    var content = new Mail.Content(
        oneLine(page.title()),
        page.text(),
        views.fragment("notification/digest", page, words.language()));
    return new Mail(to.email(), content, Optional.empty());
  }

  private Foot foot(Words words) {
    return new Foot(
        publicUrl,
        words.say("notification.mail.footer", "address", publicUrl),
        List.of(
            new Way(publicUrl + PreferenceRoutes.HOME, words.say("notification.mail.choices"))));
  }

  private Way way(Notice notice, String path, Words words) {
    var own = "notification." + notice.kind() + ".see";
    var usual = notice.isOfBoard() ? "notification.mail.see.post" : "notification.mail.see";
    return new Way(publicUrl + path, words.say(words.has(own) ? own : usual));
  }

  Mail write(Letter letter) {
    var words = views.messages().in(letter.to().language());
    var wording = new Wording(
        words.say(letter.kind() + ".subject"),
        List.of(words.say(
            letter.kind() + ".text", "by", letter.from(), "name", letter.to().name())));
    var way = new Way(letter.link(), words.say(letter.kind() + ".action"));
    var to = letter.to();
    var foot =
        new Foot(publicUrl, words.say("notification.mail.footer", "address", publicUrl), List.of());
    return new Mail(to.email(), content(words, wording, way, foot), Optional.empty());
  }

  private Mail.Content content(Words words, Wording wording, Way way, Foot foot) {
    var page = new MailPage(words.language(), wording.title(), wording.sentences(), way, foot);
    var text = wording.title() + "\n\n" + String.join("\n", wording.sentences()) + "\n\n"
        + way.label() + "\n" + way.link() + "\n\n" + foot.text();
    return new Mail.Content(
        oneLine(wording.title()),
        text,
        views.fragment("notification/mail", page, words.language()));
  }

  /** A subject is one header line, whatever a title was made of. */
  private static String oneLine(String title) {
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** A link and what stands on it. */
  record Way(String link, String label) {}

  /**
   * What stands below every mail.
   *
   * @param publicUrl with which every link starts
   * @param ways to what its reader may change about such mails
   */
  record Foot(String publicUrl, String sentence, List<Way> ways) {

    /** After the line that mail programs take for the end of what is said. */
    String text() {
      return ways.stream()
          .map(way -> way.label() + "\n" + way.link() + "\n")
          .collect(Collectors.joining("", "-- \n" + sentence + "\n", ""));
    }
  }

  /** What notification/mail shows: one mail as a page. */
  record MailPage(String language, String title, List<String> sentences, Way way, Foot foot) {}
}
