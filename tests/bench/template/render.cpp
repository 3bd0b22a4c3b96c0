// bench_templates ROOT… -- DATA TEMPLATE…: renders each template again and again, and prints one
// JSON line each: microseconds of the fastest batch, bytes, and a checksum of the output.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "json_value.h"
#include "template/engine.h"

using namespace glasshouse;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kBatches = 400;  // short ones: the best has no other program in it
constexpr auto kBatch = std::chrono::milliseconds(2);

double microseconds(Clock::duration time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

bool measure(const templating::Engine& engine, const char* name, Value data) {
  Diagnostics diagnostics;
  Arena arena;
  std::string out;
  const templating::Template* page = engine.load(name, diagnostics);
  double best = 1e9;
  for (int batch = 0; page && batch < kBatches; ++batch) {
    const auto start = Clock::now();
    int pages = 0;
    do {
      out.clear();
      arena.reset();
      if (!engine.render(*page, data, arena, out, diagnostics)) break;
      ++pages;
    } while (Clock::now() - start < kBatch);
    best = std::min(best, microseconds(Clock::now() - start) / std::max(1, pages));
  }
  if (diagnostics.has_errors()) {
    std::fputs(to_text(diagnostics.sorted(), "").c_str(), stderr);
    return false;
  }
  std::uint32_t checksum = 0;
  for (const char c : out) checksum = checksum * 31 + static_cast<unsigned char>(c);
  std::printf("{\"template\":\"%s\",\"microseconds\":%.2f,\"bytes\":%zu,\"checksum\":%u}\n", name,
              best, out.size(), checksum);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  templating::EngineOptions options;
  int at = 1;
  for (; at < argc && std::string_view(argv[at]) != "--"; ++at)
    options.roots.emplace_back(argv[at]);
  if (at + 2 >= argc) return 2;
  std::ifstream in(argv[at + 1]);
  Arena arena;
  const Value data = to_value(arena, nlohmann::ordered_json::parse(in));
  const templating::Engine engine(options);
  for (int i = at + 2; i < argc; ++i) {
    if (!measure(engine, argv[i], data)) return 1;
  }
  return 0;
}
