package coop.maillon.notification;

import coop.maillon.member.account.Letter;
import coop.maillon.notification.preference.PreferenceRoutes;
import coop.maillon.notification.preference.Topic;
import coop.maillon.web.Views;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        .map(notice -> write(notice, notice.link(), Optional.empty()))
        .or(() -> queued.digestFor().map(reader -> write(reader, List.of(), Optional.empty())))
        .orElseGet(() ->
            new Mail(queued.recipient(), queued.content(), Optional.empty(), Optional.empty()));
  }

  /**
   * One message in one mail.
   *
   * @param path where its link leads: to what it is about, or to what only this reader may do
   * @param leave the path by which its reader stops such mails
   */
  Mail write(Notice notice, String path, Optional<String> leave) {
    var to = notice.to();
    var words = views.messages().in(to.language());
    var wording = Wording.of(notice.kind(), notice.data(), words);
    var topic = words.say("preference.topic." + Topic.of(notice.kind()).word());
    var foot = foot(words, topic, leave);
    var content = content(words, wording, way(notice, path, words), foot);
    return new Mail(to.email(), content, invitations.of(notice), leave.map(publicUrl::concat));
  }

  /** What has waited, in one. */
  Mail write(Notice.Reader to, List<Notice> waited, Optional<String> leave) {
    var words = views.messages().in(to.language());
    var foot = foot(words, words.say("preference.leave.digests"), leave);
    var page = DigestPage.of(waited, words, foot);
    var content = new Mail.Content(
        oneLine(page.title()),
        page.text(),
        views.fragment("notification/digest", page, words.language()));
    return new Mail(to.email(), content, Optional.empty(), leave.map(publicUrl::concat));
  }

  private Foot foot(Words words, String topic, Optional<String> leave) {
    var stops = leave.map(
        path -> new Way(publicUrl + path, words.say("notification.mail.leave", "topic", topic)));
    var choices =
        new Way(publicUrl + PreferenceRoutes.HOME, words.say("notification.mail.choices"));
    return new Foot(
        publicUrl,
        words.say("notification.mail.footer", "address", publicUrl),
        Stream.concat(stops.stream(), Stream.of(choices)).toList());
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
    return new Mail(
        to.email(), content(words, wording, way, foot), Optional.empty(), Optional.empty());
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
