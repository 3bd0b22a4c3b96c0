// JSON.stringify, for the filter `dump`.
#include <cmath>

#include "base/json.h"
#include "template/conversion.h"
#include "template/objects.h"

namespace glasshouse::templating {

namespace {

constexpr unsigned kDeepest = 100;

bool is_left_out(Value value) { return value.is_undefined() || is_callable(value); }

class Writer {
 public:
  Writer(std::string& out, std::string_view indent, std::size_t limit)
      : out_(out), indent_(indent), limit_(out.size() + limit) {}

  /// False when there is too much of it.
  bool add(Value value, unsigned depth) {
    if (depth > kDeepest || out_.size() > limit_) return false;
    switch (value.type()) {
      case Type::number:
        if (std::isfinite(value.as_number())) {
          append_number_text(out_, value.as_number());
        } else {
          out_ += "null";
        }
        return true;
      case Type::string:
        append_json_string(out_, value.as_string());
        return true;
      case Type::list:
        return add_list(value.as_list(), depth);
      case Type::map:
        return add_map(value.as_map(), depth);
      case Type::native:
        out_ += "{}";
        return true;
      default:
        append_text(out_, value);
        return true;
    }
  }

 private:
  void new_line(unsigned depth) {
    if (indent_.empty()) return;
    out_ += '\n';
    for (unsigned i = 0; i < depth; ++i) out_ += indent_;
  }

  bool add_list(const List& list, unsigned depth) {
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ',';
      new_line(depth + 1);
      if (!add(is_left_out(list[i]) ? Value::null() : list[i], depth + 1)) return false;
    }
    if (!list.empty()) new_line(depth);
    out_ += ']';
    return true;
  }

  bool add_map(const Map& map, unsigned depth) {
    out_ += '{';
    bool any = false, whole = true;
    for_each_entry(map, [&](const Map::Entry& entry) {
      if (is_left_out(entry.value) || !whole) return;
      if (any) out_ += ',';
      any = true;
      new_line(depth + 1);
      append_json_string(out_, entry.key.as_string());
      out_ += indent_.empty() ? ":" : ": ";
      whole = add(entry.value, depth + 1);
    });
    if (any) new_line(depth);
    out_ += '}';
    return whole;
  }

  std::string& out_;
  std::string_view indent_;
  std::size_t limit_;
};

}  // namespace

bool append_json_text(std::string& out, Value value, std::string_view indent, std::size_t limit) {
  return is_left_out(value) || Writer(out, indent, limit).add(value, 0);
}

}  // namespace glasshouse::templating
