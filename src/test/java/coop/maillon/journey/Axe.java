package coop.maillon.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page: itself, not its builder, which opens a blank page for each and carries over what went well. */
final class Axe {

  private Axe() {}

  /** Has it in each page of this window from the start: half a megabyte that then crosses to the browser once. */
  static BrowserContext in(BrowserContext window) {
    window.addInitScript(AxeBuilder.getAxeScript());
    return window;
  }

  /** By every rule: each violation by its name, with the first element that has it. */
  static List<String> violations(Page page) {
    return violations(page, "{}");
  }

  /** @param options as JavaScript, such as {@code {runOnly: ['color-contrast']}} */
  static List<String> violations(Page page, String options) {
    return violations(page, "document", options);
  }

  /** @param what of the page is looked at, as JavaScript, such as {@code {include: [document.body]}} */
  static List<String> violations(Page page, String what, String options) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    var found = (List<?>) page.evaluate("""
        axe.run(%s, {resultTypes: ['violations'], ...%s}).then(result =>
            result.violations.map(found => found.id + ' ' + found.nodes[0].html))
        """.formatted(what, options));
    return found.stream().map(Object::toString).toList();
  }
}
