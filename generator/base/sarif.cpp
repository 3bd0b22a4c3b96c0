#include "base/sarif.h"

#include <map>

#include "base/arena.h"
#include "base/json.h"

namespace glasshouse {

namespace {

// RFC 3986: what a path segment may hold stands, and "/" between them.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kStands = "-._~!$&'()*+,;=:@/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || kStands.find(c) != std::string_view::npos;
    if (is_plain) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kDigits[byte >> 4];
    uri += kDigits[byte & 15];
  }
  return uri;
}

class Writer {
 public:
  std::string write(const std::vector<Diagnostic>& diagnostics, std::span<const RuleHelp> rules) {
    for (const RuleHelp& rule : rules) rules_[rule.id] = {&rule, 0};
    for (const Diagnostic& each : diagnostics) rules_.try_emplace(each.id);
    std::size_t index = 0;
    List* list = List::make(arena_, rules_.size());
    for (auto& [id, rule] : rules_) {
      rule.second = index++;
      list->push(arena_, rule_value(id, rule.first));
    }
    List* results = List::make(arena_, diagnostics.size());
    for (const Diagnostic& each : diagnostics) results->push(arena_, result(each));
    const Value driver = map({{"name", string("glasshouse")}, {"rules", Value::list(list)}});
    const Value run = map({{"tool", map({{"driver", driver}})},
                           {"columnKind", string("unicodeCodePoints")},
                           {"results", Value::list(results)}});
    const Value log = map({{"$schema", string("https://json.schemastore.org/sarif-2.1.0.json")},
                           {"version", string("2.1.0")},
                           {"runs", List::of(arena_, {run})}});
    std::string out;
    append_json(out, log, JsonStyle::indented);
    return out + '\n';
  }

 private:
  Value string(std::string_view text) { return Value::string(arena_, text); }
  Value map(std::initializer_list<std::pair<std::string_view, Value>> entries) {
    return Map::of(arena_, entries);
  }
  Value message(std::string_view text) { return map({{"text", string(text)}}); }

  Value rule_value(std::string_view id, const RuleHelp* help) {
    Map* rule = Map::make(arena_, 4);
    rule->set(arena_, "id", string(id));
    if (!help) return Value::map(rule);
    rule->set(arena_, "shortDescription", message(help->title));
    rule->set(arena_, "fullDescription", message(help->text));
    if (!help->url.empty()) rule->set(arena_, "helpUri", string(help->url));
    return Value::map(rule);
  }

  Value location(const Place& place) {
    Map* physical = Map::make(arena_, 2);
    physical->set(arena_, "artifactLocation", map({{"uri", string(uri_of(place.file))}}));
    if (place.line > 0) {
      Map* region = Map::make(arena_, 2);
      region->set(arena_, "startLine", Value::number(place.line));
      if (place.column > 0) region->set(arena_, "startColumn", Value::number(place.column));
      physical->set(arena_, "region", Value::map(region));
    }
    return map({{"physicalLocation", Value::map(physical)}});
  }

  Value result(const Diagnostic& problem) {
    const std::string text =
        problem.hint.empty() ? problem.message : problem.message + ". " + problem.hint;
    const auto index = static_cast<double>(rules_.at(problem.id).second);
    const Value locations = problem.place.file.empty()
                                ? Value::list(List::make(arena_))
                                : List::of(arena_, {location(problem.place)});
    return map({{"ruleId", string(problem.id)},
                {"ruleIndex", Value::number(index)},
                {"level", string(name_of(problem.severity))},
                {"message", message(text)},
                {"locations", locations}});
  }

  Arena arena_;
  std::map<std::string_view, std::pair<const RuleHelp*, std::size_t>> rules_;
};

}  // namespace

std::string to_sarif(const std::vector<Diagnostic>& diagnostics, std::span<const RuleHelp> rules) {
  return Writer().write(diagnostics, rules);
}

}  // namespace glasshouse
