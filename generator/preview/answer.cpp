#include "preview/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/text.h"
#include "preview/client.h"
#include "preview/problems.h"

namespace glasshouse::preview {

namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kOutdatedNote =
    "The last save has errors. You see the site as it was before; it is read again at the next "
    "save.";
constexpr std::string_view kPartialNote =
    "What has errors is left out here, and nothing is published until they are mended.";

bool is_html(std::string_view media_type) { return media_type.starts_with("text/html"); }

// As a Location header may have it.
std::string encode_path(std::string_view path) {
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F ||
        std::string_view("\"%<>\\^`{|}?#").find(c) != std::string_view::npos) {
      result += fmt::format("%{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

// One request as it is answered.
class Answering {
 public:
  Answering(const Shown& shown, std::string_view base_path, std::string_view session)
      : shown_(shown), base_path_(base_path), session_(session) {}

  Answer at(std::string_view path, std::string_view query) const {
    if (path == "_glasshouse/preview.js")
      return file("text/javascript; charset=utf-8", kClientScript);
    if (path == "_glasshouse/preview.css") return file("text/css; charset=utf-8", kClientStyle);
    if (path.empty() || path.ends_with('/')) {
      const model::Route* index = find(std::string(path) + "index.html");
      return index != nullptr ? produce(*index, 200) : not_found(path);
    }
    if (const model::Route* route = find(path)) return produce(*route, 200);
    if (find(std::string(path) + "/index.html") != nullptr) {
      return redirect(301, std::string(path) + "/", query);
    }
    return not_found(path);
  }

  Answer redirect(int status, std::string_view path, std::string_view query) const {
    Answer result;
    result.status = status;
    result.location = encode_path(std::string(base_path_).append(path));
    if (!query.empty()) result.location.append("?").append(query);
    return result;
  }

  Answer not_found(std::string_view path) const {
    if (const model::Route* route = find("404.html")) return produce(*route, 404);
    const bool is_empty = shown_.snapshot->routes.empty();
    Answer result{is_empty ? 503 : 404, std::string(kHtml), {}, {}};
    result.body = is_empty
                      ? problems_page("The site cannot be shown",
                                      "Mend what is listed here; this page then loads anew.",
                                      shown_.problems, base_path_)
                      : problems_page("There is no such page",
                                      fmt::format("The site has nothing at {}{}", base_path_, path),
                                      {}, base_path_);
    add_script(result.body);
    return result;
  }

 private:
  const model::Route* find(std::string_view path) const {
    const auto found = shown_.by_path.find(path);
    return found == shown_.by_path.end() ? nullptr : found->second;
  }

  static Answer file(std::string_view media_type, std::string_view bytes) {
    return {200, std::string(media_type), {}, std::string(bytes)};
  }

  Answer produce(const model::Route& route, int status) const {
    Answer result{status, std::string(route.media_type), {}, {}};
    Diagnostics of_page;
    try {
      model::Workspace workspace;
      workspace.routes = shown_.snapshot->routes;
      route.produce(workspace, result.body, of_page);
    } catch (const std::exception& failure) {
      result.body.clear();
      of_page.error("page-failed", Place(route.path), failure.what());
    }
    if (result.body.empty() && of_page.has_errors()) return not_made(route, of_page.sorted());
    if (is_html(result.media_type)) add_to_page(result.body, of_page.sorted());
    return result;
  }

  Answer not_made(const model::Route& route, const std::vector<Diagnostic>& problems) const {
    Answer result{500, std::string(kHtml), {}, {}};
    result.body = problems_page("This page cannot be made",
                                fmt::format("{} has the problems listed here.", route.path),
                                problems, base_path_);
    add_script(result.body);
    return result;
  }

  void add_to_page(std::string& page, const std::vector<Diagnostic>& of_page) const {
    std::vector<Diagnostic> problems = of_page;
    problems.insert(problems.end(), shown_.problems.begin(), shown_.problems.end());
    if (!problems.empty()) {
      const bool has_errors = std::ranges::any_of(
          problems, [](const Diagnostic& d) { return d.severity == Severity::error; });
      const std::string_view note = shown_.is_outdated ? kOutdatedNote
                                    : has_errors       ? kPartialNote
                                                       : std::string_view();
      insert_into_body(page,
                       fmt::format("<link rel=\"stylesheet\" href=\"{}_glasshouse/preview.css\">\n",
                                   base_path_) +
                           problems_panel(problems, note));
    }
    add_script(page);
  }

  void add_script(std::string& page) const {
    insert_into_body(page, fmt::format("<script src=\"{}_glasshouse/preview.js\" data-state=\"{}\">"
                                       "</script>\n",
                                       base_path_, state_name(session_, shown_.generation)));
  }

  const Shown& shown_;
  std::string_view base_path_;
  std::string_view session_;
};

}  // namespace

const std::string_view kContentPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

Answer answer(const Ask& ask, const Shown& shown, std::string_view base_path,
              std::string_view session) {
  const Answering answering(shown, base_path, session);
  if (ask.path.starts_with(base_path)) {
    return answering.at(ask.path.substr(base_path.size()), ask.query);
  }
  // "/" and "/transparency", where the site lives at "/transparency/".
  if (ask.path == "/" ||
      (ask.path.size() + 1 == base_path.size() && base_path.starts_with(ask.path))) {
    return answering.redirect(302, "", ask.query);
  }
  return answering.not_found("");
}

std::string state_name(std::string_view session, std::uint64_t generation) {
  return fmt::format("{}-{}", session, generation);
}

bool is_local_host(std::string_view host) {
  if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    const bool is_number = std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
    if (port.empty() || port.size() > 5 || !is_number) return false;
    host = host.substr(0, colon);
  }
  return to_lower(host) == "localhost" || host == "127.0.0.1";
}

}  // namespace glasshouse::preview
