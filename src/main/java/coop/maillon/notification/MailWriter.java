package coop.maillon.notification;

import coop.maillon.member.account.Letter;
import coop.maillon.web.Views;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

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

  /** As it is to leave: a message as it stands in the inbox, to its reader of this moment; a letter as it was written. */
  Mail write(Queued queued) {
    return queued
        .notice()
        .map(notice -> write(notice, notice.link()))
        .orElseGet(() -> new Mail(queued.recipient(), queued.content(), Optional.empty()));
  }

  /** @param path where its link leads: to what it is about, or to what only this reader may do */
  Mail write(Notice notice, String path) {
    var to = notice.to();
    var words = views.messages().in(to.language());
    var wording = Wording.of(notice.kind(), notice.data(), words);
    var content = content(words, wording, way(notice, path, words));
    return new Mail(to.email(), content, invitations.of(notice));
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
    return new Mail(to.email(), content(words, wording, way), Optional.empty());
  }

  private Mail.Content content(Words words, Wording wording, Way way) {
    var footer = words.say("notification.mail.footer", "address", publicUrl);
    var page = new MailPage(
        words.language(), wording.title(), wording.sentences(), way.link(), way.label(), footer);
    var text = wording.title() + "\n\n" + String.join("\n", wording.sentences()) + "\n\n"
        + way.label() + "\n" + way.link() + "\n\n-- \n" + footer + "\n";
    return new Mail.Content(
        oneLine(wording.title()),
        text,
        views.fragment("notification/mail", page, words.language()));
  }

  /** A subject is one header line, whatever a title was made of. */
  private static String oneLine(String title) {
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private record Way(String link, String label) {}

  /** What notification/mail shows: one mail as a page. */
  public record MailPage(
      String language,
      String title,
      List<String> sentences,
      String link,
      String action,
      String footer) {}
}
