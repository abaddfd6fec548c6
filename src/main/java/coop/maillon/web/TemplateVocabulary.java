package coop.maillon.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;

/** The few words that templates know beyond plain Handlebars. They show; none decides. */
final class TemplateVocabulary {

  private final Views views;
  private final Icons icons;

  TemplateVocabulary(Views views, Icons icons) {
    this.views = views;
    this.icons = icons;
  }

  Handlebars register(Handlebars handlebars) {
    Helper<Object> icon = (name, options) -> icons.named(name.toString());
    Helper<Object> asset = (name, options) -> views.assets().address(name.toString());
    Helper<Object> words = (key, options) -> words(options).say(key.toString(), options.hash);
    Helper<Object> part = (name, options) -> part(name.toString(), options);
    Helper<Object> given = (name, options) -> given(name.toString(), options);
    Helper<Object> missing = (context, options) -> {
      throw new Strict.UnknownName(options.helperName);
    };
    Blocks.register(handlebars);
    return handlebars
        .registerHelper("icon", icon)
        .registerHelper("asset", asset)
        .registerHelper("t", words)
        .registerHelper("part", part)
        .registerHelper("given", given)
        .registerHelperMissing(missing);
  }

  private static Words words(Options options) {
    return options.data(Views.WORDS);
  }

  /** Another template, which sees what it is handed and nothing else: one model, or names and values. */
  private Html part(String name, Options options) {
    Object model = options.params.length > 0 ? options.param(0) : options.hash;
    return views.part(name, model, words(options));
  }

  /** The value of a name that a part may be given or not; else the empty text, which is falsy. */
  private static Object given(String name, Options options) {
    try {
      Object value = options.context.get(name);
      return value == null ? "" : value;
    } catch (Strict.UnknownName notGiven) {
      return "";
    }
  }
}
