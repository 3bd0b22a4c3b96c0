// Of texts: their form, their length, what they name.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "schema/compiled/explain.h"

namespace glasshouse::schema {

namespace {

// The most names among which the nearest is looked for. Over it only other ways of writing the same
// name are tried, so that a whole table of wrong references is told in good time.
constexpr std::size_t kManyNames = 1000;

// `prefix` is what the author writes before the name.
template <class Names>
std::string nearest_name(std::string_view word, const Names& names, std::string_view prefix = {}) {
  const auto ask = [&](std::string_view name) {
    return fmt::format("Did you mean \"{}{}\"?", prefix, name);
  };
  if (const std::string plain = slug(word); names.contains(plain) && plain != word)
    return ask(plain);
  if (names.size() > kManyNames || word.size() < 2) return {};
  std::vector<std::string_view> sorted(names.begin(), names.end());
  std::ranges::sort(sorted);
  const auto found = nearest(word, sorted);
  return found ? ask(*found) : std::string();
}

std::vector<std::string_view> names_of_collections(const Vocabulary& vocabulary) {
  std::vector<std::string_view> names;
  for (const auto& [name, ids] : vocabulary.ids) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

std::string characters(std::size_t count) {
  return count == 1 ? "1 character" : fmt::format("{} characters", count);
}

std::string_view help(const Node& node) { return node.schema["x-help"].text(); }

}  // namespace

void Explainer::wrong_format(const Node& node, Value value, const Step* step) const {
  const std::string is = fmt::format("{} is {}", name_of(step), shown(value));
  switch (node.text->format) {
    case Format::none:
      break;
    case Format::date:
      to_->error("wrong-date", place(value), is + ", which is no day of the calendar",
                 "Write year, month and day: 2018-06-30.");
      break;
    case Format::date_time:
      to_->error("wrong-date-time", place(value), is + ", which is no date and time",
                 "Write day, time and distance from UTC: 2018-06-30T19:00:00+01:00.");
      break;
    case Format::time:
      to_->error("wrong-time", place(value), is + ", which is no time of the day",
                 "Write hours, minutes, seconds and distance from UTC: 19:00:00+01:00.");
      break;
    case Format::uri:
      to_->error("wrong-uri", place(value), is + ", which is no full web address",
                 "Write it with its scheme, and spaces as %20: https://example.org/a%20page.");
      break;
    case Format::uri_reference:
      to_->error("wrong-uri-reference", place(value), is + ", which is no address",
                 "Write spaces as %20 and leave out characters that addresses do not have.");
      break;
    case Format::email:
      to_->error("wrong-email", place(value), is + ", which is no e-mail address",
                 "Write it as name@example.org.");
      break;
  }
}

void Explainer::wrong_form(const Node& node, Value value, const Step* step) const {
  to_->error("wrong-form", place(value),
             fmt::format("{} is {}, which does not have the form it must have", name_of(step),
                         shown(value)),
             help(node).empty() ? fmt::format("The pattern is {}", node.schema["pattern"].text())
                                : std::string(help(node)));
}

void Explainer::too_long_for_pattern(Value value, const Step* step) const {
  to_->error("too-long-for-pattern", place(value),
             fmt::format("{} has {} bytes, too many to try its pattern on", name_of(step),
                         value.as_string().size()),
             "Shorten it, or take the pattern out of the schema.");
}

void Explainer::too_short(const Node& node, Value value, const Step* step) const {
  const std::size_t count = count_characters(value.as_string());
  to_->error("too-short", place(value),
             count == 0 ? fmt::format("{} is empty, but needs at least {}", name_of(step),
                                      characters(node.text->least))
                        : fmt::format("{} has {}, but needs at least {}", name_of(step),
                                      characters(count), node.text->least),
             std::string(help(node)));
}

void Explainer::too_long(const Node& node, Value value, const Step* step) const {
  to_->error("too-long", place(value),
             fmt::format("{} has {}, but may have {} at most", name_of(step),
                         characters(count_characters(value.as_string())), node.text->most),
             std::string(help(node)));
}

void Explainer::unknown_reference(const Node& node, const Vocabulary& vocabulary, Value value,
                                  const Step* step) const {
  std::string_view collection = node.text->collection, id = value.as_string();
  const bool is_of_any = collection.empty();
  if (is_of_any) {
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos) {
      to_->error("unknown-reference", place(value),
                 fmt::format("{} is {}, but must name a collection and a record", name_of(step),
                             shown(value)),
                 "Write collection/id, as in foi/foi-2018-001.");
      return;
    }
    collection = id.substr(0, slash);
    id = id.substr(slash + 1);
  }
  const auto ids = vocabulary.ids.find(collection);
  if (ids != vocabulary.ids.end()) {
    std::string hint =
        nearest_name(id, ids->second, is_of_any ? std::string(collection) + "/" : std::string());
    // A collection written before an id that needs none.
    if (!is_of_any && id.starts_with(std::string(collection) + "/")) {
      hint = fmt::format("Write the id alone: \"{}\".", id.substr(collection.size() + 1));
    }
    to_->error("unknown-reference", place(value),
               fmt::format("{} names {}, but {} has no such record", name_of(step), shown(value),
                           collection),
               std::move(hint));
  } else if (is_of_any) {
    to_->error("unknown-reference", place(value),
               fmt::format("{} names {}, but there is no collection \"{}\"", name_of(step),
                           shown(value), collection),
               suggestion(collection, names_of_collections(vocabulary)));
  } else {
    // The mistake is the schema's, the same for each record: it is told once.
    to_->error("schema-unknown-collection", Place(schema_file_, node.schema["x-reference"].mark()),
               fmt::format("x-reference names the collection \"{}\", which the site does not have",
                           collection),
               suggestion(collection, names_of_collections(vocabulary)));
  }
}

void Explainer::unknown_ward(const Vocabulary& vocabulary, Value value, const Step* step) const {
  to_->error("unknown-ward", place(value),
             fmt::format("{} is {}, which is the code of no ward of the site", name_of(step),
                         shown(value)),
             nearest_name(value.as_string(), vocabulary.ward_codes));
}

void Explainer::unknown_document(const Vocabulary& vocabulary, Value value,
                                 const Step* step) const {
  const std::vector<std::string_view> keys(vocabulary.documents.begin(),
                                           vocabulary.documents.end());
  std::string hint = suggestion(value.as_string(), keys);
  to_->error("unknown-document", place(value),
             fmt::format("{} is {}, which is the key of no document in site.json", name_of(step),
                         shown(value)),
             hint.empty() ? "Add it under documents in content/site.json." : hint);
}

void Explainer::missing_file(const content::SourceRecord& record, Value value,
                             const Step* step) const {
  std::vector<std::string_view> names;
  for (const auto& file : record.attachments) names.push_back(file.name);
  std::string hint = suggestion(value.as_string(), names);
  if (hint.empty()) {
    hint = names.empty() ? "Make the record a folder with index.md, and put the file beside it."
                         : fmt::format("Beside the record stand {}.", any_of_words(names));
  }
  to_->error("missing-file", place(value),
             fmt::format("{} names {}, but no such file stands beside the record", name_of(step),
                         shown(value)),
             std::move(hint));
}

}  // namespace glasshouse::schema
