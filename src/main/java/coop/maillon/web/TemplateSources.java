package coop.maillon.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Parser;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.TemplateCache;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of all templates, found by their path from the root whoever asks, and parsed once. */
final class TemplateSources extends AbstractTemplateLoader implements TemplateCache {

  private static final String SUFFIX = ".hbs";
  private static final Pattern PLAIN_PARTIAL = Pattern.compile("\\{\\{> ([\\w/-]+)}}");
  private static final int DEPTH = 12;

  /** A text in memory; the same name is the same object. */
  private record Source(String filename, String text) implements TemplateSource {
    @Override
    public String content(Charset charset) {
      return text;
    }

    @Override
    public long lastModified() {
      return 0;
    }
  }

  private final Map<String, Source> sources = new TreeMap<>();
  private final Set<String> inPlace = new HashSet<>();
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  TemplateSources(Map<String, byte[]> files) {
    setPrefix("");
    setSuffix("");
    Map<String, String> texts = new TreeMap<>();
    files.forEach((file, bytes) -> texts.put(
        file.substring(0, file.length() - SUFFIX.length()),
        new String(bytes, StandardCharsets.UTF_8)));
    texts.keySet().forEach(name -> sources.put(name, new Source(name, whole(name, texts, DEPTH))));
  }

  /**
   * The text with its plain partials in place: {@code {{> planning/_item}}} costs nothing then, where Handlebars copies
   * the context each time, half the time of a planning.
   */
  private String whole(String name, Map<String, String> texts, int depth) {
    String text = texts.get(name);
    if (text == null || depth == 0) {
      throw new IllegalArgumentException(
          text == null ? "no partial is called " + name : "partials without end: " + name);
    }
    return PLAIN_PARTIAL.matcher(text).replaceAll(found -> {
      inPlace.add(found.group(1));
      return Matcher.quoteReplacement(whole(found.group(1), texts, depth - 1));
    });
  }

  Handlebars handlebars() {
    return new Handlebars(this).with(this).with(EscapedText::escape).infiniteLoops(true);
  }

  Set<String> names() {
    return sources.keySet();
  }

  /** Whether a page has the whole text of it, and so is broken if it is. */
  boolean isPartOfAnother(String name) {
    return inPlace.contains(name);
  }

  byte[] bytes(String name) throws IllegalArgumentException {
    Source source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no template is called " + name);
    }
    return source.text().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public TemplateSource sourceAt(String name) throws IOException {
    Source source = sources.get(name);
    if (source == null) {
      throw new FileNotFoundException(name);
    }
    return source;
  }

  @Override
  public String resolve(String name) {
    return name;
  }

  @Override
  public Template get(TemplateSource source, Parser parser) throws IOException {
    Template known = parsed.get(source.filename());
    if (known != null) {
      return known;
    }
    Template fresh = parser.parse(source);
    parsed.put(source.filename(), fresh);
    return fresh;
  }

  @Override
  public void clear() {
    parsed.clear();
  }

  @Override
  public void evict(TemplateSource source) {
    parsed.remove(source.filename());
  }

  @Override
  public TemplateCache setReload(boolean reload) {
    return this;
  }
}
