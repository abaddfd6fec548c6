package coop.maillon.web;

import com.github.jknack.handlebars.Handlebars;

/** A piece of page that a template made: it goes into another one as it is. Only {@link Views} makes these. */
public final class Html extends Handlebars.SafeString {

  Html(CharSequence rendered) {
    super(rendered);
  }
}
