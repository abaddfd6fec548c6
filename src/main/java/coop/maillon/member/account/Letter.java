package coop.maillon.member.account;

import coop.maillon.member.Member;

/**
 * A mail with one link in it, to somebody who cannot be told otherwise.
 *
 * @param kind such as `member.mail.password`: the messages KIND.subject, KIND.text and KIND.action word it
 * @param from who caused it, for the text; empty where nobody did
 */
public record Letter(Member to, String kind, String from, String link) {

  /** Without the link, which is a secret. */
  @Override
  public String toString() {
    return "Letter[" + kind + " to " + to.id() + "]";
  }
}
