package coop.maillon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.jknack.handlebars.Handlebars;
import coop.maillon.web.Assets;
import coop.maillon.web.Messages;
import coop.maillon.web.Views;
import coop.maillon.web.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every template, script and sheet, whoever wrote it. */
class TemplatesTest {

  private static final Path WEB = Path.of("web");
  private static final Pattern WORD = Pattern.compile("[{(]t \"([^\"]+)\"");
  private static final Pattern PARTIAL =
      Pattern.compile("\\{\\{#?> ?\"?([\\w/-]+)|part \"([\\w/-]+)\"");
  private static final Pattern ASSET = Pattern.compile("asset \"([^\"]+)\"");
  private static final Pattern INLINE =
      Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|javascript:|<script(?![^>]*\\ssrc=)");

  private static final Messages MESSAGES = Messages.load(Path.of("conf"));
  private static final Assets ASSETS = Assets.load();

  @Test
  void everyTemplateCompiles() {
    var views = Views.load(MESSAGES, ASSETS);
    views.compileAll();
    assertThat(views.names()).containsAll(templates().keySet());
  }

  @Test
  void everyPartCompilesByItselfToo() {
    var handlebars = new Handlebars().registerHelperMissing((context, options) -> "");
    templates()
        .forEach((name, text) -> assertThatCode(() -> handlebars.compileInline(text))
            .as(name)
            .doesNotThrowAnyException());
  }

  @Test
  void unescapedTextStandsInLayoutsOnly() {
    templates().forEach((name, text) -> {
      if (!name.startsWith("layouts/")) {
        assertThat(text).as(name).doesNotContain("{{{", "{{&");
      }
    });
  }

  @Test
  void nothingInlineThatTheContentPolicyWouldDrop() {
    templates().forEach((name, text) -> assertThat(text).as(name).doesNotContainPattern(INLINE));
  }

  @Test
  void everyWordHasItsSentenceInBothLanguages() {
    templates().forEach((name, text) -> {
      for (String key : found(WORD, text)) {
        for (String language : Messages.LANGUAGES) {
          assertThat(MESSAGES.in(language).has(key))
              .as(name + " says " + key + " in " + language)
              .isTrue();
        }
      }
    });
  }

  @Test
  void everyPartialAndAssetIsThere() {
    Set<String> names = templates().keySet();
    templates().forEach((name, text) -> {
      assertThat(names).as(name).containsAll(found(PARTIAL, text));
      found(ASSET, text).forEach(ASSETS::address);
    });
  }

  @Test
  void bothLanguagesHaveTheSameWordsWithTheSameGaps() {
    Words french = MESSAGES.in("fr");
    Words english = MESSAGES.in("en");
    assertThat(english.keys()).containsExactlyElementsOf(french.keys());
    french.keys().forEach(key -> assertThat(english.gaps(key)).as(key).isEqualTo(french.gaps(key)));
  }

  @Test
  void wordsKeepToTheToneOfTheHouse() {
    for (String line : lines("messages/messages_fr.properties")) {
      assertThat(line.toLowerCase()).as(line).doesNotContain("erreur", "invalide", "veuillez");
      assertThat(line).as("no exclamation mark").doesNotContain("!");
      assertThat(line).as("a non-breaking space before : ; ?").doesNotContainPattern(" [:;?»]");
    }
    for (String language : Messages.LANGUAGES) {
      assertThat(lines("messages/messages_" + language + ".properties"))
          .allSatisfy(
              line -> assertThat(line).as("the typographic apostrophe").doesNotContain("'"));
    }
  }

  @Test
  void noWordStandsTwiceInAFile() {
    for (String language : Messages.LANGUAGES) {
      List<String> keys = lines("messages/messages_" + language + ".properties").stream()
          .map(line -> line.split("=", 2)[0])
          .toList();
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  @Test
  void everySheetIsPartOfTheOne() {
    String all = read(WEB.resolve("static/css/maillon.css"));
    files("static/css", ".css").keySet().stream()
        .filter(name -> !name.equals("maillon.css"))
        .forEach(name -> assertThat(all).contains("\"" + name + "\""));
  }

  @Test
  void aScriptIsOneBehaviourOfSixtyLines() {
    files("static/js", ".js").forEach((name, text) -> {
      assertThat(text.lines().count()).as(name).isLessThanOrEqualTo(60);
      assertThat(text)
          .as(name)
          .doesNotContainPattern("\\beval\\(|new Function|innerHTML|setAttribute\\('style'");
    });
  }

  private static Map<String, String> templates() {
    Map<String, String> templates = new TreeMap<>();
    files("templates", ".hbs")
        .forEach((name, text) -> templates.put(name.substring(0, name.length() - 4), text));
    return templates;
  }

  private static Map<String, String> files(String folder, String extension) {
    Path root = WEB.resolve(folder);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(path -> path.toString().endsWith(extension))
          .forEach(path -> files.put(root.relativize(path).toString(), read(path)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  private static List<String> lines(String file) {
    return read(WEB.resolve(file))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      List<String> groups = new ArrayList<>();
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          groups.add(matcher.group(i));
        }
      }
      found.addAll(groups);
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
