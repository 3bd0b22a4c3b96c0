// Renders a compiled template: walks its statements, writes to the output. One runner a page.
#pragma once

#include <string>

#include "template/objects.h"
#include "template/store.h"

namespace glasshouse::templating {

/// One call of a function of a template.
struct Activation {
  const FunctionCode* code;
  const Context* context;
  Activation* parent;         // whose variables it sees too; nullptr: none
  const Scope* parent_scope;  // where in the parent
  Activation* caller;
  Mark at;             // what it is doing, for the chain in a problem
  const Scope* scope;  // where it is
  Value* slots;
  Value* outside;            // names from outside, found at their first use
  Layer* layer;              // of a body
  const Lineage* lineage;    // of a block: which template's it is
  const Template* extended;  // of a body that has met "extends"
};

class Runner {
 public:
  Runner(Store& store, Arena& arena, std::string& out, Value data, Diagnostics& diagnostics);

  /// Renders the page. False having said why.
  bool run(const Template& page);
  /// Runs the template's top level for its names alone; nullptr having said why.
  const Context* evaluate_module(const Template& module, const Context* outer, Activation* parent);
  /// The exported names of a module that was evaluated.
  Value exports_of(const Context& module);

 private:
  struct Callee {
    Value function;
    Value receiver;
    Method method;
  };

  // runner.cpp
  void run_body(const Template& owner, Context& context, Activation* parent);
  Activation* make_activation(const FunctionCode& code, const Context* context);
  bool enter(Activation& activation, Mark mark);
  void leave(Activation& activation);
  void fail(Mark mark, std::string_view id, std::string message, std::string hint = {});
  void fail(Mark mark, std::string message) { fail(mark, "template-error", std::move(message)); }
  [[nodiscard]] std::string chain() const;
  bool within_limits(Mark mark) {
    if (out_.size() <= end_ && arena_.used() <= limits_.memory_bytes) [[likely]]
      return !failed_;
    return exceed_limits(mark);
  }
  bool exceed_limits(Mark mark);
  Value take_output(std::size_t start);

  // runner_statements.cpp
  void run(Block block);
  void run_condition(const ConditionStatement& statement);
  void run_loop(const LoopStatement& statement);
  template <class Next>
  void run_turns(const LoopStatement& statement, std::size_t length, Next next);
  void run_choice(const ChoiceStatement& statement);
  void run_set(const SetStatement& statement);
  void assign(const Target& target, Value value);
  void hide_outside(const Symbol* symbol);

  // runner_templates.cpp
  void run_include(const IncludeStatement& statement);
  void run_import(const ImportStatement& statement);
  void run_from_import(const FromImportStatement& statement);
  void run_extends(const ExtendsStatement& statement);
  void run_block(const BlockStatement& statement);
  void run_block(const Symbol* name, const Lineage* from, Mark mark);
  void run_super(Mark mark);
  const Template* find_template(const Reference& reference, Mark mark, bool optional);
  const Context* import(const Reference& reference, Mark mark, bool with_context,
                        const Template** module);

  // runner_calls.cpp
  void print(const Expression& expression, bool escape);
  void print_value(Value value, bool escape);
  void print_call(const CallExpression& call, bool escape);
  Value evaluate_call(const CallExpression& call);
  Callee find_callee(const CallExpression& call);
  Value call_value(const Callee& callee, const CallExpression& call);
  bool invoke(Value function, const CallExpression& call);
  void pass_arguments(Activation& activation, const CallExpression& call);
  Value call_entry(const FunctionEntry& entry, const Arguments& arguments, Mark mark);
  template <class Function>
  Value call_with(const Arguments& arguments, Mark mark, Function function);
  std::string hint_for_name(const Symbol* name) const;

  // runner_expressions.cpp
  Value evaluate(const Expression& expression);
  Value evaluate_unary(const UnaryExpression& unary);
  Value evaluate_choice(const BinaryExpression& choice);
  Value evaluate_output(const Expression& expression);
  Value evaluate_name(const NameExpression& name);
  Value look_outside(const Symbol* symbol) const;
  Value look_in_context(const Symbol* symbol) const;
  Value evaluate_member(const MemberExpression& member);
  Value evaluate_slice(const SliceExpression& slice);
  Value evaluate_sum(const ListExpression& sum);
  Value evaluate_join(const ListExpression& join);
  Value evaluate_number(const BinaryExpression& operation);
  Value evaluate_compare(const CompareExpression& compare);
  Value evaluate_contains(const BinaryExpression& contains);
  Value evaluate_list(const ListExpression& list);
  Value evaluate_map(const MapExpression& map);
  Value finish_text(std::size_t start, Mark mark);

  Store& store_;
  Arena& arena_;
  std::string& out_;
  Value data_;
  Diagnostics& diagnostics_;
  const Limits& limits_;
  std::string text_;  // where + and ~ put text together: used as a stack
  Activation* current_ = nullptr;
  const char* stack_ = nullptr;
  std::size_t start_ = 0;  // of this page in the output
  std::size_t end_ = 0;    // where the output would be too large
  std::size_t iterations_ = 0;
  unsigned depth_ = 0;
  bool autoescape_;
  bool failed_ = false;
};

/// A name from outside that has not been looked up yet, or a top-level name that has not been set.
extern const char kUnknown;
[[nodiscard]] inline Value unknown() { return Value::native(const_cast<char*>(&kUnknown)); }
[[nodiscard]] inline bool is_unknown(Value value) {
  return value.is(Type::native) && value.identity() == &kUnknown;
}

/// target.name, and target[index]. A method without a call becomes a value.
[[nodiscard]] Value member_of(Arena& arena, Value target, const Key& name, Method method);
[[nodiscard]] Value index_of(Arena& arena, Value target, Value index);

/// The expression as a person would write it: "page.title"; "this" where it is longer.
[[nodiscard]] std::string source_of(const Expression& expression);

}  // namespace glasshouse::templating
