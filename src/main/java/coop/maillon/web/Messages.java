package coop.maillon.web;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All the words that people read, in every language; a cooperative may override them key by key. */
public final class Messages {

  public static final List<String> LANGUAGES = List.of("fr", "en");
  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  private final Map<String, Words> byLanguage = new LinkedHashMap<>();

  private Messages(Path overrides) {
    for (String language : LANGUAGES) {
      byLanguage.put(language, new Words(language, compiled(language, overrides)));
    }
  }

  /**
   * Reads the words of the program, then those of the cooperative over them.
   *
   * @param overrides a folder that may hold {@code messages_fr.properties} and its like
   */
  public static Messages load(Path overrides) {
    return new Messages(overrides);
  }

  /** The words of a language; of the first one, if there are none in that language. */
  public Words in(String language) {
    Words words = byLanguage.get(language);
    return words == null ? byLanguage.values().iterator().next() : words;
  }

  private static Map<String, Message> compiled(String language, Path overrides) {
    String name = "messages_" + language + ".properties";
    Map<String, String> patterns = parse(packaged(name));
    parse(overriding(overrides.resolve(name))).forEach((key, pattern) -> {
      if (patterns.replace(key, pattern) == null) {
        log.warn("{} words {}, which the program never says", overrides.resolve(name), key);
      }
    });
    return compile(patterns, ULocale.forLanguageTag(language));
  }

  private static Map<String, Message> compile(Map<String, String> patterns, ULocale locale) {
    Map<String, Message> messages = new LinkedHashMap<>();
    patterns.forEach((key, pattern) -> {
      try {
        messages.put(key, new Message(pattern, locale));
      } catch (IllegalArgumentException unreadable) {
        throw new IllegalArgumentException("message " + key + ": " + unreadable.getMessage());
      }
    });
    return messages;
  }

  private static String packaged(String name) {
    return new String(ClassPath.read("web/messages/" + name), StandardCharsets.UTF_8);
  }

  private static String overriding(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> read = new TreeMap<>();
    var properties = new Properties();
    try (Reader reader = new StringReader(text)) {
      properties.load(reader);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
    return read;
  }
}
