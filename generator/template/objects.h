// Values that only templates have: macros, functions, loops, counters. They are `native` values,
// each an Object in an arena.
#pragma once

#include "base/value.h"
#include "template/library.h"
#include "template/template.h"

namespace glasshouse::templating {

enum class ObjectKind : std::uint8_t { macro, closure, function, method, loop, cycler, joiner };

struct Object {
  ObjectKind kind;
};

/// The values of a template's top-level names.
struct Layer {
  const Template* owner;
  Value* values;
  Layer* next;  // of the template that extends this one
};

/// Templates whose blocks replace one another, the outermost child first.
struct Lineage {
  const Template* owner;
  Lineage* next;
};

/// What a template and the ones it extends see beside their own variables.
struct Context {
  Layer* layers;
  const Context* outer;  // of the template that includes this one; nullptr in an import
  Value data;            // the map the page is rendered with
  Lineage* lineage;
};

struct MacroObject : Object {
  const FunctionCode* code;
  const Context* context;
};

struct Activation;

/// The body of a call block, with the place that it sees.
struct ClosureObject : Object {
  const FunctionCode* code;
  Activation* home;
  const Scope* scope;
};

/// A global function.
struct FunctionObject : Object {
  const FunctionEntry* entry;
};

/// A method with its receiver: `{{ list.includes }}` without a call.
struct MethodObject : Object {
  Value receiver;
  Method method;
};

struct LoopObject : Object {
  std::size_t index;  // from 0
  std::size_t length;
};

struct CyclerObject : Object {
  List* items;
  std::size_t next;
  Value current;
};

struct JoinerObject : Object {
  Value separator;
  bool used;
};

[[nodiscard]] inline Object& object_of(Value value) {
  return *static_cast<Object*>(value.as_native());
}

[[nodiscard]] inline bool is_callable(Value value) {
  if (!value.is(Type::native)) return false;
  const ObjectKind kind = object_of(value).kind;
  return kind != ObjectKind::loop && kind != ObjectKind::cycler;
}

/// loop.index, cycler.current and so on; undefined when there is no such member.
[[nodiscard]] Value object_member(const Object& object, std::string_view name);

}  // namespace glasshouse::templating
