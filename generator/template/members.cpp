// What stands behind a dot or in brackets.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "template/conversion.h"
#include "template/runner.h"
#include "template/unicode.h"

namespace glasshouse::templating {

namespace {

Value item_of_list(const List& list, double index) {
  if (index < 0 || index >= static_cast<double>(list.size()) || index != std::floor(index))
    return {};
  return list[static_cast<std::size_t>(index)];
}

Value character_of(Arena& arena, std::string_view text, double index) {
  if (index < 0 || index >= static_cast<double>(text.size()) || index != std::floor(index))
    return {};
  const std::size_t at = offset_of(text, static_cast<std::size_t>(index));
  if (at >= text.size()) return {};
  return Value::string(arena, text.substr(at, character_length(text, at)));
}

}  // namespace

Value object_member(const Object& object, std::string_view name) {
  const auto number = [](std::size_t n) { return Value::number(static_cast<double>(n)); };
  if (object.kind == ObjectKind::loop) {
    const auto& loop = static_cast<const LoopObject&>(object);
    if (name == "index") return number(loop.index + 1);
    if (name == "index0") return number(loop.index);
    if (name == "first") return Value::boolean(loop.index == 0);
    if (name == "last") return Value::boolean(loop.index + 1 == loop.length);
    if (name == "length") return number(loop.length);
    if (name == "revindex")
      return Value::number(static_cast<double>(loop.length) - static_cast<double>(loop.index));
    if (name == "revindex0")
      return Value::number(static_cast<double>(loop.length) - static_cast<double>(loop.index) - 1);
  }
  if (object.kind == ObjectKind::cycler && name == "current")
    return static_cast<const CyclerObject&>(object).current;
  return {};
}

Value member_of(Arena& arena, Value target, const Key& name, Method method) {
  switch (target.type()) {
    case Type::undefined:
    case Type::null:
      return {};
    case Type::map:
      // A map's methods are seen only where they are called: `page.items` is data or nothing.
      return target.as_map().get(name);
    case Type::list:
      if (name.text == "length") return Value::number(static_cast<double>(target.as_list().size()));
      if (is_index_key(name.text)) return item_of_list(target.as_list(), parse_float(name.text));
      break;
    case Type::string:
      if (name.text == "length")
        return Value::number(static_cast<double>(character_count(target.as_string())));
      if (target.is_safe() && name.text == "val") return target.with_safe(false);
      if (is_index_key(name.text))
        return character_of(arena, target.as_string(), parse_float(name.text));
      break;
    case Type::native: {
      const Value value = object_member(object_of(target), name.text);
      if (!value.is_undefined()) return value;
      break;
    }
    default:
      break;
  }
  if (method == Method::none || !has_method(target, method)) return {};
  return Value::native(arena.make<MethodObject>(Object{ObjectKind::method}, target, method));
}

Value index_of(Arena& arena, Value target, Value index) {
  if (index.is_number()) {
    if (target.is_list()) return item_of_list(target.as_list(), index.as_number());
    if (target.is_string()) return character_of(arena, target.as_string(), index.as_number());
  }
  if (!target.has_value()) return {};
  std::string buffer;
  const std::string_view name = text_of(index, buffer);
  return member_of(arena, target, Key(name), find_method(name));
}

// Python's slices: negative numbers count from the end.
Value Runner::evaluate_slice(const SliceExpression& slice) {
  const Value target = evaluate(*slice.target);
  const auto part = [&](const Expression* expression, double otherwise) {
    if (!expression) return otherwise;
    const Value value = evaluate(*expression);
    return value.has_value() ? whole_number(value) : otherwise;
  };
  const double step = part(slice.step, 1);
  if (failed_) return {};
  if (step == 0) {
    fail(slice.mark, "the step of a slice must not be 0");
    return {};
  }
  std::string_view text = target.text();
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) starts.push_back(at);
  const double size =
      static_cast<double>(target.is_list() ? target.as_list().size() : starts.size());
  const auto within = [&](double position, double low, double high) {
    if (position < 0) position += size;
    return std::clamp(position, low, high);
  };
  const bool forward = step > 0;
  const double start = slice.start ? within(part(slice.start, forward ? 0 : size - 1),
                                            forward ? 0 : -1, forward ? size : size - 1)
                                   : (forward ? 0 : size - 1);
  const double stop = slice.stop ? within(part(slice.stop, forward ? size : -size - 1),
                                          forward ? 0 : -1, forward ? size : size - 1)
                                 : (forward ? size : -1);
  if (!target.is_list() && !target.is_string()) {
    if (target.has_value()) fail(slice.mark, "only lists and strings have slices");
    return {};
  }
  List* list = target.is_list() ? List::make(arena_) : nullptr;
  std::string characters;
  for (double i = start; forward ? i < stop : i > stop; i += step) {
    const auto at = static_cast<std::size_t>(i);
    if (list) {
      list->push(arena_, target.as_list()[at]);
    } else {
      characters += text.substr(starts[at], character_length(text, starts[at]));
    }
  }
  return list ? Value::list(list) : Value::string(arena_, characters).with_safe(target.is_safe());
}

std::string source_of(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::local:
    case ExpressionKind::name:
      return std::string(static_cast<const NameExpression&>(expression).symbol->text());
    case ExpressionKind::member: {
      const auto& member = static_cast<const MemberExpression&>(expression);
      return fmt::format("{}.{}", source_of(*member.target), member.symbol->text());
    }
    case ExpressionKind::index:
      return source_of(*static_cast<const IndexExpression&>(expression).target) + "[…]";
    case ExpressionKind::call:
      return source_of(*static_cast<const CallExpression&>(expression).callee) + "(…)";
    default:
      return "this";
  }
}

}  // namespace glasshouse::templating
