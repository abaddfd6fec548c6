package coop.maillon.web;

import io.vertx.core.buffer.Buffer;

/** A file that somebody sent, in memory; its name and type are claims of the sender. */
public record Upload(String filename, String type, Buffer content) {}
