// bench_stages SITE OUT [JOBS]: builds a site as `glasshouse build` does, in one process, and
// prints as one JSON object what each stage took, in seconds of wall time and of processor time.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/parallel.h"
#include "content/source.h"
#include "formats/formats.h"
#include "model/build.h"
#include "pages/pages.h"
#include "pages/theme.h"
#include "publish/publish.h"
#include "rules/rules.h"

namespace {

using namespace glasshouse;

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Says what has passed since the last stage ended.
class Stages {
 public:
  void end(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    const double processor = processor_seconds();
    std::printf("%s\"%s\":{\"wall\":%.6f,\"cpu\":%.6f}", before_, name,
                std::chrono::duration<double>(now - wall_).count(), processor - processor_);
    before_ = ",";
    wall_ = std::chrono::steady_clock::now();
    processor_ = processor_seconds();
  }

 private:
  const char* before_ = "{";
  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  double processor_ = processor_seconds();
};

int build(const std::filesystem::path& folder, const std::filesystem::path& out, unsigned jobs) {
  Diagnostics diagnostics;
  model::SiteOptions options;
  options.jobs = jobs;
  Stages stages;
  content::Source source = content::read_site(folder, content::Limits(), jobs, diagnostics);
  stages.end("read");
  const auto site = model::build_site(std::move(source), options, diagnostics);
  stages.end("schema_and_links");
  rules::derive(*site, diagnostics);
  stages.end("rules");
  const auto theme = pages::load_theme(
      *site, {folder / "templates", GLASSHOUSE_THEME, GLASSHOUSE_GOVUK}, diagnostics);
  std::vector<model::Route> routes;
  if (theme) pages::add_routes(*site, *theme, routes, diagnostics);
  formats::add_routes(*site, routes, diagnostics);
  model::finish_routes(routes, diagnostics);
  stages.end("routes");
  publish::PublishOptions publication;
  publication.output = out;
  publication.jobs = jobs;
  const bool is_published = publish::publish(routes, publication, diagnostics).has_value();
  stages.end("publish");
  std::size_t records = 0;
  for (const auto& collection : site->collections) records += collection->records.size();
  std::printf(",\"records\":%zu,\"files\":%zu}\n", records, routes.size() + 1);
  if (!is_published) std::fputs(to_text(diagnostics.sorted(), folder).c_str(), stderr);
  return is_published ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("Usage: bench_stages SITE OUT [JOBS]\n", stderr);
    return 2;
  }
  const int jobs = argc > 3 ? std::atoi(argv[3]) : 0;
  return build(argv[1], argv[2], jobs > 0 ? static_cast<unsigned>(jobs) : default_jobs());
}
