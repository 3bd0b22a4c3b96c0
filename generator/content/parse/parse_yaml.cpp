// libyaml finds the structure; what a plain scalar means is decided here, by YAML 1.2's core schema
// (libyaml knows only 1.1's syntax and resolves nothing). All that makes YAML surprising is refused
// by name.
#include <fmt/format.h>
#include <yaml.h>

#include "content/parse.h"
#include "content/parse/number.h"
#include "content/parse/value_builder.h"
#include "content/parse/yaml_subset.h"
#include "content/parse/yaml_syntax.h"

namespace glasshouse::content {

namespace {

class YamlReader {
 public:
  YamlReader(std::string_view text, TextPlace place, Arena& arena, unsigned depth,
             Diagnostics& diagnostics)
      : text_(text),
        place_(place),
        arena_(arena),
        diagnostics_(diagnostics),
        builder_(arena, place, depth, &diagnostics) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  std::optional<Value> read() {
    bool has_document = false;
    for (;;) {
      yaml_event_t event;
      if (!yaml_parser_parse(&parser_, &event)) {
        say_error();
        return std::nullopt;
      }
      const yaml_event_type_t type = event.type;
      const bool is_second = type == YAML_DOCUMENT_START_EVENT && has_document;
      const bool goes_on = is_second ? refuse_document(event) : take(event);
      yaml_event_delete(&event);
      if (!goes_on) return std::nullopt;
      if (type == YAML_DOCUMENT_START_EVENT) has_document = true;
      if (type == YAML_STREAM_END_EVENT) break;
    }
    return has_document ? builder_.result() : Value::null().with_mark({place_.line, 1});
  }

 private:
  [[nodiscard]] Mark mark_of(const yaml_mark_t& mark) const {
    return {place_.line + static_cast<std::uint32_t>(mark.line),
            static_cast<std::uint16_t>(std::min<std::size_t>(mark.column + 1, 65535))};
  }
  [[nodiscard]] Place place_of(const yaml_event_t& event) const {
    return Place(place_.file, mark_of(event.start_mark));
  }

  void say_error() {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    const auto view = [](const char* text) {
      return text ? std::string_view(text) : std::string_view();
    };
    say_yaml_syntax(text_, place_,
                    {view(parser_.problem), view(parser_.context), mark_of(parser_.problem_mark),
                     mark_of(parser_.context_mark)},
                    diagnostics_);
  }

  bool refuse_document(const yaml_event_t& event) {
    diagnostics_.error("yaml-documents", place_of(event), "a second document starts here with ---",
                       "Keep one document to a file.");
    return false;
  }
  bool refuse_anchor(const yaml_event_t& event, char sign, const yaml_char_t* name) {
    const auto* text = reinterpret_cast<const char*>(name);
    diagnostics_.error(
        "yaml-alias", place_of(event),
        fmt::format("{}{} is {} of YAML, which is not used here", sign, text,
                    sign == '*' ? "an alias" : "an anchor"),
        "Put it in quotes if it is text; else write the value out where it is needed.");
    return false;
  }
  bool refuse_tag(const yaml_event_t& event, const yaml_char_t* tag) {
    constexpr std::string_view kCore = "tag:yaml.org,2002:";
    std::string name = reinterpret_cast<const char*>(tag);
    if (name.starts_with(kCore)) name.replace(0, kCore.size(), "!!");
    diagnostics_.error(
        "yaml-tag", place_of(event),
        fmt::format("the value has the tag {}, and tags of YAML are not used here", name),
        "Put it in quotes if it is text; else delete the tag.");
    return false;
  }
  bool refuse_key(const yaml_event_t& event, std::string_view text) {
    if (text.empty()) {
      diagnostics_.error("yaml-key", place_of(event),
                         "the name of a field is missing or is no text",
                         "Write a name, a colon and the value.");
    } else {
      diagnostics_.error("yaml-key", place_of(event),
                         fmt::format("the name {} is not text to YAML", text),
                         fmt::format("Put it in quotes: \"{}\".", text));
    }
    return false;
  }

  // A node's common part: neither anchor nor tag, and no list or map as a key.
  bool take_node(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor) return refuse_anchor(event, '&', anchor);
    if (tag) return refuse_tag(event, tag);
    const bool is_key = builder_.in_map() && !builder_.has_key();
    if (is_key && event.type != YAML_SCALAR_EVENT) return refuse_key(event, {});
    return true;
  }

  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        return refuse_anchor(event, '*', event.data.alias.anchor);
      case YAML_SCALAR_EVENT:
        return take_node(event, event.data.scalar.anchor, event.data.scalar.tag) &&
               take_scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return take_node(event, event.data.sequence_start.anchor, event.data.sequence_start.tag) &&
               builder_.open_list(mark_of(event.start_mark));
      case YAML_MAPPING_START_EVENT:
        return take_node(event, event.data.mapping_start.anchor, event.data.mapping_start.tag) &&
               builder_.open_map(mark_of(event.start_mark));
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return builder_.close();
      default:
        return true;
    }
  }

  bool take_scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const Mark mark = mark_of(event.start_mark);
    if (builder_.in_map() && !builder_.has_key()) {
      if (is_plain && text == "<<") {
        diagnostics_.error("yaml-merge-key", place_of(event), "merge keys (<<) are not used here",
                           "Write the fields out.");
        return false;
      }
      if (is_plain && !is_plain_string(text)) return refuse_key(event, text);
      return builder_.key(Value::string(arena_, text).with_mark(mark));
    }
    if (!is_plain) return builder_.add(Value::string(arena_, text).with_mark(mark));
    const auto value = resolve_plain_scalar(text, arena_, place_.file, mark, &diagnostics_);
    return value && builder_.add(*value);
  }

  std::string_view text_;
  TextPlace place_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  ValueBuilder builder_;
  yaml_parser_t parser_;
};

}  // namespace

std::optional<Value> parse_yaml_in_full(std::string_view text, TextPlace place, Arena& arena,
                                        unsigned depth, Diagnostics& diagnostics) {
  if (say_invisible_character(text, place, diagnostics)) return std::nullopt;
  return YamlReader(text, place, arena, depth, diagnostics).read();
}

std::optional<Value> parse_yaml(std::string_view text, TextPlace place, Arena& arena,
                                unsigned depth, Diagnostics& diagnostics) {
  if (const auto value = parse_yaml_subset(text, place, arena, depth)) return value;
  return parse_yaml_in_full(text, place, arena, depth, diagnostics);
}

}  // namespace glasshouse::content
