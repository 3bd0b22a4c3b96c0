#include <fmt/format.h>

#include "base/text.h"
#include "template/conversion.h"
#include "template/runner.h"

namespace glasshouse::templating {

namespace {
constexpr std::size_t kFewArguments = 8;
}

void Runner::print_value(Value value, bool escape) {
  switch (value.type()) {
    case Type::undefined:
    case Type::null:
      return;
    case Type::string:
      if (escape && !value.is_safe()) {
        append_escaped(out_, value.as_string());
      } else {
        out_ += value.as_string();
      }
      return;
    case Type::boolean:
    case Type::number:
      append_text(out_, value);
      return;
    default: {
      if (!escape) return append_text(out_, value);
      std::string text;
      append_text(text, value);
      if (text.size() >= kLongestList) {
        return fail(current_->at, "template-limit", "this list is too long to be printed");
      }
      append_escaped(out_, text);
    }
  }
}

void Runner::print(const Expression& expression, bool escape) {
  switch (expression.kind) {
    case ExpressionKind::call:
      return print_call(static_cast<const CallExpression&>(expression), escape);
    case ExpressionKind::conditional: {
      const auto& choice = static_cast<const ConditionalExpression&>(expression);
      const Expression* chosen = is_truthy(evaluate(*choice.condition)) ? choice.yes : choice.no;
      if (chosen && !failed_) print(*chosen, escape);
      return;
    }
    case ExpressionKind::filter: {
      const auto& filter = static_cast<const FilterExpression&>(expression);
      if (!filter.function->is_safe_print) break;
      return print(*filter.arguments.positional[0], false);
    }
    case ExpressionKind::super:
      return run_super(expression.mark);
    default:
      break;
  }
  const Value value = evaluate(expression);
  if (failed_) return;
  current_->at = expression.mark;
  print_value(value, escape);
}

Runner::Callee Runner::find_callee(const CallExpression& call) {
  if (call.callee->kind != ExpressionKind::member)
    return {evaluate(*call.callee), {}, Method::none};
  const auto& member = static_cast<const MemberExpression&>(*call.callee);
  const Value target = evaluate(*member.target);
  if (failed_) return {};
  if (target.is_map()) {
    if (const Map::Entry* entry = target.as_map().find(member.symbol->key))
      return {entry->value, {}, Method::none};
  }
  if (member.method != Method::none && has_method(target, member.method))
    return {{}, target, member.method};
  const Value value = member_of(arena_, target, member.symbol->key, member.method);
  if (value.is_undefined()) {
    std::string hint;
    std::vector<std::string_view> names = methods_of(target);
    if (target.is_map()) {
      for (const Map::Entry& entry : target.as_map()) names.push_back(entry.key.as_string());
    }
    fail(member.mark, "template-error",
         fmt::format("`{}` is not defined, so it cannot be called", source_of(member)),
         did_you_mean(member.symbol->text(), names));
  }
  return {value, {}, Method::none};
}

std::string Runner::hint_for_name(const Symbol* name) const {
  std::vector<std::string_view> names;
  const Activation* activation = current_;
  for (const Scope* scope = current_->scope; activation;) {
    for (; scope; scope = scope->parent) {
      for (const Variable& variable : scope->variables) {
        if (!activation->slots[variable.slot].is_undefined())
          names.push_back(variable.symbol->text());
      }
    }
    scope = activation->parent_scope;
    activation = activation->parent;
  }
  for (const Context* context = current_->context; context; context = context->outer) {
    for (const Layer* layer = context->layers; layer; layer = layer->next) {
      for (std::size_t i = 0; i < layer->owner->globals.size(); ++i) {
        if (!is_unknown(layer->values[i])) names.push_back(layer->owner->globals[i].symbol->text());
      }
    }
  }
  for (const std::string_view global : store_.symbols().globals()) names.push_back(global);
  return did_you_mean(name->text(), names);
}

// A macro or a closure writes its result to the output. False when `function` is neither.
bool Runner::invoke(Value function, const CallExpression& call) {
  if (!function.is(Type::native)) return false;
  const Object& object = object_of(function);
  Activation* activation = nullptr;
  if (object.kind == ObjectKind::macro) {
    const auto& macro = static_cast<const MacroObject&>(object);
    activation = make_activation(*macro.code, macro.context);
  } else if (object.kind == ObjectKind::closure) {
    const auto& closure = static_cast<const ClosureObject&>(object);
    activation = make_activation(*closure.code, closure.home->context);
    activation->parent = closure.home;
    activation->parent_scope = closure.scope;
  } else {
    return false;
  }
  pass_arguments(*activation, call);
  if (failed_) return true;
  if (!enter(*activation, call.mark)) return true;
  const FunctionCode& code = *activation->code;
  const std::size_t positional = call.arguments.positional.size();
  for (std::size_t i = code.required; i < code.parameters.size(); ++i) {
    const Parameter& parameter = code.parameters[i];
    bool found = i < positional;
    for (const Symbol* name : call.arguments.names) found = found || name == parameter.symbol;
    if (!found) activation->slots[parameter.slot] = evaluate(*parameter.value);
  }
  if (!failed_) run(code.body);
  leave(*activation);
  return true;
}

// Arguments in order, then those with a name, as far as they are not given yet.
void Runner::pass_arguments(Activation& activation, const CallExpression& call) {
  const FunctionCode& code = *activation.code;
  const Arguments& arguments = call.arguments;
  const std::size_t positional = arguments.positional.size();
  for (std::size_t i = 0; i < positional; ++i) {
    const Value value = evaluate(*arguments.positional[i]);
    if (i < code.parameters.size()) activation.slots[code.parameters[i].slot] = value;
  }
  for (std::size_t n = 0; n < arguments.named.size(); ++n) {
    const Value value = evaluate(*arguments.named[n]);
    const Symbol* name = arguments.names[n];
    std::size_t i = 0;
    while (i < code.parameters.size() && code.parameters[i].symbol != name) ++i;
    if (i < code.parameters.size()) {
      if (i >= positional) activation.slots[code.parameters[i].slot] = value;
    } else if (arguments.named[n]->kind == ExpressionKind::closure || name->text() == "caller") {
      if (code.kind == FunctionKind::macro) activation.slots[code.caller] = value;
    }
  }
}

void Runner::print_call(const CallExpression& call, bool escape) {
  const Callee callee = find_callee(call);
  if (failed_ || invoke(callee.function, call)) return;
  const Value value = call_value(callee, call);
  if (!failed_) print_value(value, escape);
}

Value Runner::evaluate_call(const CallExpression& call) {
  const Callee callee = find_callee(call);
  if (failed_) return {};
  const std::size_t start = out_.size();
  if (!invoke(callee.function, call)) return call_value(callee, call);
  return failed_ ? Value() : take_output(start).with_safe(true);
}

template <class Function>
Value Runner::call_with(const Arguments& arguments, Mark mark, Function function) {
  const std::size_t count = arguments.positional.size();
  Value few[kFewArguments];
  Value* values = count <= kFewArguments ? few : arena_.allocate_array<Value>(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = evaluate(*arguments.positional[i]);
  Map* keywords = nullptr;
  if (!arguments.named.empty()) {
    keywords = Map::make(arena_, arguments.named.size());
    for (std::size_t i = 0; i < arguments.named.size(); ++i)
      keywords->set(arena_, arguments.names[i]->name, evaluate(*arguments.named[i]));
  }
  if (failed_) return {};
  Call call{.arena = arena_,
            .arguments = {values, count},
            .keywords = keywords,
            .context = data_,
            .limit = limits_.output_bytes};
  const Value result = function(call);
  if (!call.error.empty()) {
    fail(mark, std::move(call.error));
    return {};
  }
  return within_limits(mark) ? result : Value();
}

Value Runner::call_entry(const FunctionEntry& entry, const Arguments& arguments, Mark mark) {
  return call_with(arguments, mark, [&](Call& call) {
    return entry.plain ? entry.plain(call) : (*entry.added)(call);
  });
}

Value Runner::call_value(const Callee& callee, const CallExpression& call) {
  if (callee.method != Method::none) {
    return call_with(call.arguments, call.mark,
                     [&](Call& to) { return call_method(callee.receiver, callee.method, to); });
  }
  const Value function = callee.function;
  if (is_callable(function)) {
    Object& object = object_of(function);
    switch (object.kind) {
      case ObjectKind::function:
        return call_entry(*static_cast<FunctionObject&>(object).entry, call.arguments, call.mark);
      case ObjectKind::method: {
        const auto& method = static_cast<MethodObject&>(object);
        return call_with(call.arguments, call.mark,
                         [&](Call& to) { return call_method(method.receiver, method.method, to); });
      }
      case ObjectKind::joiner: {
        auto& joiner = static_cast<JoinerObject&>(object);
        const bool used = std::exchange(joiner.used, true);
        return used ? joiner.separator : Value::string(arena_, "");
      }
      default:
        break;
    }
  }
  const std::string name = source_of(*call.callee);
  if (function.is_undefined() && call.callee->kind != ExpressionKind::call) {
    const bool is_name =
        call.callee->kind == ExpressionKind::name || call.callee->kind == ExpressionKind::local;
    fail(call.mark, "template-error",
         fmt::format("`{}` is not defined, so it cannot be called", name),
         is_name ? hint_for_name(static_cast<const NameExpression*>(call.callee)->symbol)
                 : std::string());
  } else {
    fail(call.mark, fmt::format("`{}` is not a function", name));
  }
  return {};
}

}  // namespace glasshouse::templating
