package coop.maillon.web;

import com.github.jknack.handlebars.Formatter;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;

/** The few words that templates know beyond plain Handlebars. They show; none decides. */
final class TemplateHelpers {

  private TemplateHelpers() {}

  static Handlebars register(Handlebars handlebars, Icons icons, Assets assets) {
    Helper<Object> icon = (name, options) -> icons.named(text(name));
    Helper<Object> asset = (name, options) -> assets.address(text(name));
    Helper<Object> words = (key, options) -> words(options).say(text(key), options.hash);
    Helper<Object> given = (name, options) -> given(text(name), options);
    Helper<Object> missing = (context, options) -> {
      throw new Strict.UnknownName(options.helperName);
    };
    return handlebars
        .registerHelper("icon", icon)
        .registerHelper("asset", asset)
        .registerHelper("t", words)
        .registerHelper("given", given)
        .registerHelperMissing(missing)
        .with((Formatter) TemplateHelpers::printed);
  }

  private static Words words(Options options) {
    return options.data(Views.WORDS);
  }

  /** The value of a name that a shared partial may be given or not; else the empty text, which is falsy. */
  private static Object given(String name, Options options) {
    try {
      Object value = options.context.get(name);
      return value == null ? "" : value;
    } catch (Strict.UnknownName notGiven) {
      return "";
    }
  }

  // Handlebars escapes text only: whatever else a model holds becomes text first.
  private static Object printed(Object value, Formatter.Chain next) {
    return value instanceof CharSequence ? value : String.valueOf(value);
  }

  private static String text(Object value) {
    return value.toString();
  }
}
