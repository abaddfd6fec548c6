package coop.maillon.notification;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The SMTP server that takes our mail. */
public final class MailServer {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_TLS = 465;
  private static final int CONNECT_MS = 10_000;

  private final MailClient client;
  private final String from;

  /**
   * Connects when there is something to send.
   *
   * @param address smtp://user:password@host:port, or smtps://
   * @param from the sender's address
   */
  public MailServer(Vertx vertx, URI address, String from) {
    this.client = MailClient.create(vertx, config(address));
    this.from = from;
  }

  /** The same number gives the same Message-ID, by which a mail sent twice after a lost answer is told. */
  Future<Void> send(long number, Mail mail) {
    var message = new MailMessage(
            from, mail.recipient(), mail.content().subject(), mail.content().text())
        .setHtml(mail.content().html())
        .addHeader(
            "Message-ID", "<maillon-" + number + "@" + from.substring(from.indexOf('@') + 1) + ">")
        .addHeader("Auto-Submitted", "auto-generated");
    // RFC 8058: the mail program offers a button, and acts by itself.
    mail.leave()
        .ifPresent(address -> message
            .addHeader("List-Unsubscribe", "<" + address + ">")
            .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    mail.appointed().ifPresent(one -> message.setAttachment(attachment(one)));
    return client.sendMail(message).mapEmpty();
  }

  private static MailAttachment attachment(Mail.Appointed appointed) {
    return MailAttachment.create()
        .setContentType("text/calendar; charset=utf-8; method=" + appointed.method())
        .setName("maillon.ics")
        .setData(Buffer.buffer(appointed.calendar()));
  }

  static boolean refusesForGood(Throwable fault) {
    return fault instanceof SMTPException refusal && refusal.isPermanent();
  }

  private static MailConfig config(URI address) {
    boolean tls = "smtps".equals(address.getScheme());
    int usual = tls ? SUBMISSION_TLS : SUBMISSION;
    var config = new MailConfig(
            address.getHost(), address.getPort() < 0 ? usual : address.getPort())
        .setSsl(tls)
        .setConnectTimeout(CONNECT_MS)
        .setStarttls(tls ? StartTLSOptions.DISABLED : StartTLSOptions.OPTIONAL)
        .setLogin(LoginOption.NONE);
    var login = address.getRawUserInfo();
    if (login != null) {
      var parts = login.split(":", 2);
      config
          .setLogin(LoginOption.REQUIRED)
          .setUsername(decoded(parts[0]))
          .setPassword(decoded(parts[parts.length - 1]));
      // A password never travels in clear.
      config.setStarttls(tls ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED);
    }
    return config;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
