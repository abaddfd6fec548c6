package coop.maillon.booking;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/**
 * What makes a repeated request the same request: it is done once and answered alike each time.
 *
 * @param key chosen by whoever asks
 * @param bodyHash digest of what was asked; another digest under the same key is another request
 * @param answer what is kept and given again, made from the booking
 */
public record Once(
    String method, String path, String key, Buffer bodyHash, Function<Booking, String> answer) {}
