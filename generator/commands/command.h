// The commands of the program, one file each: what it is called with in, the exit status out. What
// the machine refuses (std::system_error, std::bad_alloc) is caught in main.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace glasshouse::commands {

inline constexpr int kDone = 0;
inline constexpr int kContentHasErrors = 1;
inline constexpr int kCallIsWrong = 2;
inline constexpr int kMachineFailed = 3;

/// What build, check and serve take.
struct SiteArguments {
  std::filesystem::path site = ".";
  std::string base_url;  // empty: as site.json says
  std::string as_of;     // an ISO date; empty: as site.json says
  bool drafts = false;
  unsigned jobs = 0;  // 0: one for each CPU
};

struct BuildArguments : SiteArguments {
  std::filesystem::path out;       // empty: public/ in the site's folder
  std::filesystem::path previous;  // a manifest.json; empty: the output's own
};

struct CheckArguments : SiteArguments {
  std::string format = "text";  // or "json", "sarif"
  bool strict = false;
};

struct ServeArguments : SiteArguments {
  std::uint16_t port = 8000;
};

struct RenderArguments {
  std::string name;                            // of the template
  std::vector<std::filesystem::path> folders;  // searched before the built-in theme
  std::string data;                            // a file, "-" for standard input, or empty
};

[[nodiscard]] int build(const BuildArguments& arguments);
[[nodiscard]] int check(const CheckArguments& arguments);
[[nodiscard]] int serve(const ServeArguments& arguments);
[[nodiscard]] int render(const RenderArguments& arguments);

}  // namespace glasshouse::commands
