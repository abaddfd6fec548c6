package coop.maillon.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page: sections, messages, who one is, language and look.
 *
 * @param theme {@code light}, {@code dark}, or empty to follow the system
 * @param visitor who is signed in
 * @param said what was just done, to be shown once
 * @param other the other language and this page's address in it
 */
public record Shell(
    String language,
    Optional<String> theme,
    List<Section> sections,
    Optional<Visitor> visitor,
    Optional<Said> said,
    OtherLanguage other,
    String description) {

  /** One part of the product; {@code tab} is its short name in the bar of phones, empty where it is not in it. */
  public record Section(String path, String label, String tab, String icon, boolean current) {
    public boolean inBar() {
      return !tab.isEmpty();
    }
  }

  /**
   * Who looks: their initials stand for them.
   *
   * @param messages whether there is an inbox at all
   * @param tab whether the bar of phones has room for it: four tabs at 320 pixels
   * @param reading whether this page is the inbox
   */
  public record Visitor(
      String name, String initials, boolean messages, boolean tab, boolean reading, int unread) {
    public boolean anyUnread() {
      return unread > 0;
    }
  }

  /** The way to the same page in the other language. */
  public record OtherLanguage(String code, String label, String path) {}
}
