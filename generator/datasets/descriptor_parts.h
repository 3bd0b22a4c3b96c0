// The parts of a descriptor, each read from its piece of the record: for descriptor.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "datasets/descriptor.h"

namespace glasshouse::datasets {

/// Says what is wrong with the descriptor of one record, and keeps that something was.
struct Saying {
  const model::Record& record;
  Diagnostics& diagnostics;
  bool is_wrong = false;

  /// "bad-dataset" at the value.
  void wrong(Value at, std::string message, std::string hint = {});
  /// The same for a word that is none of those there are.
  void unknown(Value at, std::string_view what, std::string_view word,
               std::span<const std::string_view> words);
  /// Says keys of the map that are none of these.
  void check_keys(Value map, std::string_view what, std::span<const std::string_view> keys);
};

/// A text, or a list of texts: each of them with its place. Says what is neither.
[[nodiscard]] std::vector<Value> texts(Value value, std::string_view what, Saying& saying);

[[nodiscard]] std::vector<content::DateFormat> read_dates(Value value, Saying& saying);
[[nodiscard]] NumberForm read_number_form(Value value, Saying& saying);

/// `read` of the dataset, with what `own`, that of a release, says otherwise.
[[nodiscard]] Reading read_reading(Value general, Value own, Saying& saying);

/// One of `columns`.
[[nodiscard]] Column read_column(Value value, Saying& saying);

}  // namespace glasshouse::datasets
