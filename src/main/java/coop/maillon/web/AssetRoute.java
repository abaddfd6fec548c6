package coop.maillon.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Serves what {@link Assets} holds: from memory, kept for ever, since another content has another address. */
final class AssetRoute {

  private final Assets assets;

  AssetRoute(Assets assets) {
    this.assets = assets;
  }

  void serve(RoutingContext ctx) {
    assets.at(ctx.request().path()).ifPresentOrElse(asset -> send(ctx, asset), ctx::next);
  }

  private static void send(RoutingContext ctx, Asset asset) {
    HttpServerResponse response = ctx.response();
    String accepted = ctx.request().getHeader("Accept-Encoding");
    boolean gzip = asset.shrinks() && accepted != null && accepted.contains("gzip");
    var body = gzip ? asset.gzipped() : asset.plain();
    response
        .putHeader("Content-Type", asset.type())
        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
        .putHeader("Vary", "Accept-Encoding")
        .putHeader("Content-Length", String.valueOf(body.length()));
    if (gzip) {
      response.putHeader("Content-Encoding", "gzip");
    }
    if (ctx.request().method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
