// Decides what becomes of each link and picture: asks the resolver, applies the address policy, and
// tells the author what is wrong.
#pragma once

#include <cmark.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/headings.h"
#include "markdown/markdown.h"
#include "markdown/problems.h"

namespace glasshouse::markdown {

struct Address {
  std::string text;  // not yet escaped
  bool external = false;
};

class Links {
 public:
  Links(const Options& options, Problems& problems) : options_(options), problems_(problems) {}

  /// Where the link or picture leads; none when it must not be made.
  [[nodiscard]] std::optional<Address> resolve(cmark_node* node);

  /// Once all headings are known: tells of links to `#…` that name none of them.
  void check_fragments(const HeadingIds& ids);

 private:
  std::optional<Address> resolved(cmark_node* node, std::string_view destination,
                                  const Target& target, bool image);
  std::optional<Address> as_written(cmark_node* node, std::string_view destination, bool image);
  std::optional<Address> empty(cmark_node* node, bool image);
  void refuse(cmark_node* node, std::string_view destination, bool image);

  struct Fragment {
    cmark_node* node;
    std::string id;
  };
  const Options& options_;
  Problems& problems_;
  std::vector<Fragment> fragments_;
};

}  // namespace glasshouse::markdown
