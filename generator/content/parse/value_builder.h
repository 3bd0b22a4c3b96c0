// Puts a Value together from the events of a parser, JSON's and YAML's alike: here, once, a key
// twice and too deep a nesting are refused, and lists and maps get memory of their exact size.
#pragma once

#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"
#include "content/parse.h"

namespace glasshouse::content {

class ValueBuilder {
 public:
  /// Without `diagnostics` problems are not said: only failed() tells.
  ValueBuilder(Arena& arena, TextPlace place, unsigned depth, Diagnostics* diagnostics)
      : arena_(arena), place_(place), depth_(depth), diagnostics_(diagnostics) {}

  // Each gives false once the value cannot be had: the parser then stops.
  bool open_map(Mark mark) { return open(mark, true); }
  bool open_list(Mark mark) { return open(mark, false); }
  bool key(Value key);
  bool add(Value value);
  bool close();

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::size_t depth() const { return frames_.size(); }
  [[nodiscard]] bool in_map() const { return !frames_.empty() && frames_.back().is_map; }
  /// In a map: a key stands and waits for its value.
  [[nodiscard]] bool has_key() const { return in_map() && frames_.back().key.is_string(); }
  /// Where the innermost list or map starts.
  [[nodiscard]] Mark opened_at() const { return frames_.back().mark; }
  /// What was built, once all that was opened is closed.
  [[nodiscard]] Value result() const { return result_; }

 private:
  struct Frame {
    std::size_t first;  // of its items
    Mark mark;
    bool is_map;
    Value key;  // that waits for its value
  };
  bool open(Mark mark, bool is_map);
  Value make_map(const Frame& frame);
  Value make_list(const Frame& frame);

  Arena& arena_;
  TextPlace place_;
  unsigned depth_;
  Diagnostics* diagnostics_;
  std::vector<Frame> frames_;
  std::vector<Map::Entry> items_;  // of all open lists and maps; a list's have no key
  Value result_;
  bool failed_ = false;
};

}  // namespace glasshouse::content
