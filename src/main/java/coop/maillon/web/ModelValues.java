package coop.maillon.web;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a model for a template: a record's components and its other plain questions, a map's keys. */
final class ModelValues implements ValueResolver {

  static final ModelValues INSTANCE = new ModelValues();
  private static final Set<String> OF_EVERY_OBJECT = Set.of("hashCode", "toString", "getClass");

  private static final ClassValue<Map<String, MethodHandle>> QUESTIONS = new ClassValue<>() {
    @Override
    protected Map<String, MethodHandle> computeValue(Class<?> type) {
      return questionsOf(type);
    }
  };

  private ModelValues() {}

  /** An absent Optional reads as the empty text: falsy, and nothing when printed. */
  @Override
  public Object resolve(Object model, String name) {
    Object value = model instanceof Map<?, ?> map ? map.get(name) : answer(model, name);
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? optional.get() : "";
    }
    return value == null ? UNRESOLVED : value;
  }

  @Override
  public Object resolve(Object model) {
    return UNRESOLVED;
  }

  @Override
  public Set<Map.Entry<String, Object>> propertySet(Object model) {
    return Set.of();
  }

  private static @Nullable Object answer(Object model, String name) {
    MethodHandle question = QUESTIONS.get(model.getClass()).get(name);
    if (question == null) {
      return null;
    }
    try {
      return (Object) question.invokeExact(model);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<String, MethodHandle> questionsOf(Class<?> type) {
    Map<String, MethodHandle> questions = new HashMap<>();
    if (!type.isRecord()) {
      return questions;
    }
    for (Method method : type.getDeclaredMethods()) {
      boolean question = Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && method.getReturnType() != void.class;
      if (question && !OF_EVERY_OBJECT.contains(method.getName())) {
        questions.put(method.getName(), handle(type, method));
      }
    }
    return questions;
  }

  private static MethodHandle handle(Class<?> type, Method method) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
