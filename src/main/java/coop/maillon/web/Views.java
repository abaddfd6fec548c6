package coop.maillon.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import io.vertx.core.buffer.Buffer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every template, compiled once and read by all threads; a page that names what its model has not, fails. A part is compiled
 * inside its pages, and by itself when it first travels alone.
 */
public final class Views {

  static final String WORDS = "words";
  /** Where the page goes in its layout; no page has this character. */
  private static final String HERE = "\u0000";

  private static final String LAYOUT = "layouts/page";
  private static final Strict STRICT = new Strict();

  /** Whoever looks again at a page, or has it refreshed, finds the same around it: a third of the work of a planning, measured. */
  private final Cache<Frame, Around> arounds =
      Caffeine.newBuilder().maximumSize(64).build();

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final TemplateSources sources;
  private final Handlebars handlebars;
  private final Messages messages;
  private final Assets assets;

  private Views(Messages messages, Assets assets) {
    this.messages = messages;
    this.assets = assets;
    this.sources = new TemplateSources(ClassPath.under("web/templates", LAYOUT + ".hbs"));
    Icons icons = new Icons(sources.bytes("layouts/_icons"));
    this.handlebars = new TemplateVocabulary(this, icons).register(sources.handlebars());
  }

  /** Reads all; each is compiled when it is first shown, or before by {@link #compileAll}. */
  public static Views load(Messages messages, Assets assets) {
    return new Views(messages, assets);
  }

  /** So that nobody waits for it later; fails where a template cannot be compiled. */
  public void compileAll() {
    sources.names().stream().filter(name -> !sources.isPartOfAnother(name)).forEach(this::template);
  }

  /** A whole page: the template inside the layout, which is written around it. */
  public Buffer render(String template, Object model, Words words, Shell shell) {
    var around = arounds.get(
        new Frame(String.valueOf(ModelValues.INSTANCE.resolve(model, "title")), shell),
        frame -> around(words, frame));
    var whole = new PageWriter();
    whole.put(around.before());
    write(template, context(model, words), whole);
    whole.put(around.after());
    return whole.bytes();
  }

  /** All that the layout depends on. */
  private record Frame(String title, Shell shell) {}

  /** What stands before and after a page. */
  private record Around(byte[] before, byte[] after) {}

  private Around around(Words words, Frame frame) {
    var page = new Page(frame.title(), new Html(HERE), frame.shell());
    String layout = written(LAYOUT, context(page, words));
    int here = layout.indexOf(HERE);
    return new Around(
        layout.substring(0, here).getBytes(StandardCharsets.UTF_8),
        layout.substring(here + HERE.length()).getBytes(StandardCharsets.UTF_8));
  }

  /** A template alone. */
  public String fragment(String template, Object model, String language) {
    return written(template, context(model, messages.in(language)));
  }

  /** A template alone, to be a part of another page. */
  public Html html(String template, Object model, String language) {
    return new Html(fragment(template, model, language));
  }

  public Set<String> names() {
    return Set.copyOf(sources.names());
  }

  public Messages messages() {
    return messages;
  }

  public Assets assets() {
    return assets;
  }

  /** A template that has no file: for tests of the language itself. */
  String inline(String text, Object model, String language) {
    try {
      return handlebars.compileInline(text).apply(context(model, messages.in(language)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the layout sees of a page, and nothing else of it: what stands around it is kept for others like it. */
  public record Page(String title, Html body, Shell shell) {}

  Html part(String template, Object model, Words words) {
    return new Html(written(template, context(model, words)));
  }

  private String written(String name, Context context) {
    try {
      return template(name).apply(context);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void write(String name, Context context, Writer out) {
    try {
      template(name).apply(context, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Template template(String name) {
    Template known = templates.get(name);
    return known == null ? compiled(name) : known;
  }

  private Template compiled(String name) {
    try {
      Template template = handlebars.compile(name);
      templates.put(name, template);
      return template;
    } catch (FileNotFoundException missing) {
      throw new IllegalArgumentException("no template is called " + name, missing);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read template " + name, unreadable);
    }
  }

  private static Context context(Object model, Words words) {
    return Context.newBuilder(root(words), model).build();
  }

  private static Context root(Words words) {
    return Context.newBuilder(Strict.NOTHING_ELSE)
        .resolver(ModelValues.INSTANCE, STRICT)
        .build()
        .data(WORDS, words);
  }
}
