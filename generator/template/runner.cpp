#include "template/runner.h"

#include <fmt/format.h>

#include <algorithm>

namespace glasshouse::templating {

namespace {

constexpr std::ptrdiff_t kStack = 3 << 20;  // bytes of the thread's stack that a page may use
constexpr std::size_t kLongestChain = 12;

const char* stack_position() { return static_cast<const char*>(__builtin_frame_address(0)); }

std::string function_text(const FunctionCode& code) {
  switch (code.kind) {
    case FunctionKind::macro:
      return fmt::format("macro \"{}\"", code.name->text());
    case FunctionKind::block:
      return fmt::format("block \"{}\"", code.name->text());
    case FunctionKind::caller:
      return "the body of \"call\"";
    case FunctionKind::body:
      break;
  }
  return fmt::format("\"{}\"", code.owner->name);
}

}  // namespace

const char kUnknown = 0;

Runner::Runner(Store& store, Arena& arena, std::string& out, Value data, Diagnostics& diagnostics)
    : store_(store),
      arena_(arena),
      out_(out),
      data_(data),
      diagnostics_(diagnostics),
      limits_(store.options().limits),
      stack_(stack_position()),
      start_(out.size()),
      end_(out.size() + store.options().limits.output_bytes),
      autoescape_(store.options().autoescape) {}

bool Runner::run(const Template& page) {
  auto* context = arena_.make<Context>();
  context->data = data_;
  run_body(page, *context, nullptr);
  if (failed_) out_.resize(start_);
  return !failed_;
}

const Context* Runner::evaluate_module(const Template& module, const Context* outer,
                                       Activation* parent) {
  auto* context = arena_.make<Context>();
  context->outer = outer;
  if (outer) context->data = outer->data;
  const std::size_t start = out_.size();
  run_body(module, *context, parent);
  out_.resize(start);
  return failed_ ? nullptr : context;
}

Value Runner::exports_of(const Context& module) {
  Map* exports = Map::make(arena_);
  for (const Layer* layer = module.layers; layer; layer = layer->next) {
    for (std::size_t i = 0; i < layer->owner->globals.size(); ++i) {
      const Global& global = layer->owner->globals[i];
      if (!global.exported || is_unknown(layer->values[i])) continue;
      if (!exports->find(global.symbol->key))
        exports->set(arena_, global.symbol->name, layer->values[i]);
    }
  }
  return Value::map(exports);
}

void Runner::run_body(const Template& owner, Context& context, Activation* parent) {
  const std::size_t start = out_.size();
  Activation* activation = make_activation(*owner.body, &context);
  activation->parent = parent;
  activation->parent_scope = parent ? parent->scope : nullptr;
  auto* layer = arena_.make<Layer>(&owner, arena_.allocate_array<Value>(owner.globals.size()),
                                   context.layers);
  std::fill_n(layer->values, owner.globals.size(), unknown());
  context.layers = layer;
  activation->layer = layer;
  Lineage** last = &context.lineage;
  while (*last) last = &(*last)->next;
  *last = arena_.make<Lineage>(&owner, nullptr);
  if (!enter(*activation, current_ ? current_->at : Mark())) return;
  run(owner.body->body);
  if (activation->extended && !failed_) {
    out_.resize(start);
    run_body(*activation->extended, context, activation);
  }
  leave(*activation);
}

Activation* Runner::make_activation(const FunctionCode& code, const Context* context) {
  const std::size_t values = code.slots + code.outside.size();
  auto* bytes = static_cast<char*>(
      arena_.allocate(sizeof(Activation) + values * sizeof(Value), alignof(Activation)));
  auto* activation = new (bytes) Activation{};
  activation->code = &code;
  activation->context = context;
  activation->scope = code.scope;
  activation->slots = reinterpret_cast<Value*>(bytes + sizeof(Activation));
  activation->outside = activation->slots + code.slots;
  std::uninitialized_fill_n(activation->slots, code.slots, Value());
  std::uninitialized_fill_n(activation->outside, code.outside.size(), unknown());
  return activation;
}

bool Runner::enter(Activation& activation, Mark mark) {
  activation.caller = current_;
  if (current_) current_->at = mark;
  const char* position = stack_position();
  const auto used = stack_ > position ? stack_ - position : position - stack_;
  if (depth_ >= limits_.depth || used > kStack) {
    fail(mark, "template-limit",
         fmt::format("includes, macros and blocks stand more than {} deep in one another", depth_));
    return false;
  }
  if (!within_limits(mark)) return false;
  ++depth_;
  current_ = &activation;
  return true;
}

void Runner::leave(Activation& activation) {
  --depth_;
  current_ = activation.caller;
}

bool Runner::exceed_limits(Mark mark) {
  if (out_.size() > end_) {
    fail(mark, "template-limit",
         fmt::format("the page is larger than {} bytes", limits_.output_bytes));
  } else {
    fail(mark, "template-limit",
         fmt::format("the page needs more than {} bytes of memory", limits_.memory_bytes));
  }
  return false;
}

void Runner::fail(Mark mark, std::string_view id, std::string message, std::string hint) {
  if (failed_) return;
  failed_ = true;
  std::string places = chain();
  if (!hint.empty() && !places.empty()) hint += "\n  ";
  hint += places;
  const std::string file = current_ ? current_->code->owner->file : std::string();
  if (id == "template-limit") {
    diagnostics_.error("template-limit", Place(file, mark), std::move(message), std::move(hint));
  } else {
    diagnostics_.error("template-error", Place(file, mark), std::move(message), std::move(hint));
  }
}

// "in macro "row", called at page.njk:4:2", one line each, the innermost first.
std::string Runner::chain() const {
  std::string text;
  std::size_t length = 0;
  for (const Activation* a = current_; a && a->caller; a = a->caller) {
    if (++length > kLongestChain) {
      text += "\n  …";
      break;
    }
    if (!text.empty()) text += "\n  ";
    const Activation* from = a->caller;
    const bool is_parent = a->code->kind == FunctionKind::body && from->extended == a->code->owner;
    const std::string_view how = is_parent                             ? "extended by"
                                 : a->code->kind == FunctionKind::body ? "used at"
                                                                       : "called at";
    text += is_parent
                ? fmt::format("in {}, {} {}", function_text(*a->code), how, from->code->owner->file)
                : fmt::format("in {}, {} {}:{}:{}", function_text(*a->code), how,
                              from->code->owner->file, from->at.line, from->at.column);
  }
  return text;
}

Value Runner::take_output(std::size_t start) {
  const Value text = Value::string(arena_, std::string_view(out_).substr(start));
  out_.resize(start);
  return text;
}

}  // namespace glasshouse::templating
