package coop.maillon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates show what their model has, escaped, and fail on what it has not. */
class ViewsTest {

  /** A model with a bit of everything. */
  record Thing(
      String name, Optional<String> note, List<Thing> parts, Map<String, String> problems) {
    public boolean hasParts() {
      return !parts.isEmpty();
    }
  }

  private static final Thing LEAF = new Thing("<b>\"L'&\"", Optional.empty(), List.of(), Map.of());
  private static final Thing TREE =
      new Thing("tree", Optional.of("noted"), List.of(LEAF, LEAF), Map.of("a", "wrong"));

  @Test
  void textIsEscaped() {
    assertThat(show("{{name}}", LEAF)).isEqualTo("&lt;b&gt;&quot;L&#39;&amp;&quot;");
  }

  @Test
  void questionsOfARecordAreRead() {
    assertThat(show("{{#if hasParts}}{{#each parts}}{{@index}}{{/each}}{{/if}}", TREE))
        .isEqualTo("01");
  }

  @Test
  void anAbsentOptionalPrintsNothingAndIsFalse() {
    assertThat(show("{{#if note}}x{{/if}}{{note}}{{#with note}}y{{/with}}", LEAF))
        .isEmpty();
    assertThat(show("{{#if note}}x{{/if}}{{note}}", TREE)).isEqualTo("xnoted");
  }

  @Test
  void aNameThatMayBeMissingIsAskedFor() {
    assertThat(show("{{#if (given \"hint\")}}x{{/if}}{{#if (given \"name\")}}y{{/if}}", TREE))
        .isEqualTo("y");
    assertThat(show("{{#if (given \"problems.b\")}}x{{/if}}{{given \"problems.a\"}}", TREE))
        .isEqualTo("wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{nmae}}",
        "{{#if nmae}}x{{/if}}",
        "{{#unless nmae}}x{{/unless}}",
        "{{#each nmae}}x{{/each}}",
        "{{#with nmae}}x{{/with}}",
        "{{#each parts}}{{nmae}}{{/each}}",
        "{{this.nmae}}",
        "{{#if this.nmae}}x{{/if}}",
        "{{#each parts}}{{#if ../nmae}}x{{/if}}{{/each}}",
        "{{t \"shell.me\" name=nmae}}",
        "{{t nmae}}",
        "{{icon \"no-such-icon\"}}",
        "{{asset \"css/none.css\"}}",
        "{{t \"no.such.key\"}}",
        "{{t \"shell.me\"}}",
        "{{> shared/none}}"
      })
  void aMisspeltNameFailsThePage(String template) {
    assertThatThrownBy(() -> show(template, TREE)).isInstanceOf(Exception.class);
  }

  @Test
  void aPartSeesWhatItIsHandedAndNothingElse() {
    var views = views();
    String field = views.fragment(
        "shared/field",
        Map.of("name", "title", "label", "Objet", "value", "a\"b", "hint", "Court."),
        "fr");
    assertThat(field)
        .contains(
            "<label for=\"title\">Objet</label>",
            "value=\"a&quot;b\"",
            "aria-describedby=\"title-hint\"")
        .doesNotContain("aria-invalid", "required");
    assertThatThrownBy(() -> views.fragment("shared/field", Map.of("name", "title"), "fr"))
        .hasMessageContaining("label");
  }

  @Test
  void aFieldWithAProblemSaysSoToScreenReaders() {
    String field = views()
        .fragment(
            "shared/field",
            Map.of("name", "km", "label", "Km", "value", "170", "problem", "12 de trop."),
            "fr");
    assertThat(field)
        .contains("aria-invalid=\"true\"", "aria-describedby=\"km-problem\"", "id=\"km-problem\"");
  }

  @Test
  void partialsAreFoundFromTheRootWhoeverAsksFirst() {
    var views = views();
    String once =
        views.fragment("shared/note", Map.of("kind", "no", "icon", "alert", "text", "Non."), "fr");
    views.fragment("shared/empty", Map.of("heading", "h", "text", "t"), "en");
    assertThat(views.fragment(
            "shared/note", Map.of("kind", "no", "icon", "alert", "text", "Non."), "fr"))
        .isEqualTo(once);
  }

  private static Views views() {
    return Views.load(Messages.load(Path.of("none")), Assets.load());
  }

  private static String show(String template, Object model) {
    return views().inline(template, model, "fr");
  }
}
