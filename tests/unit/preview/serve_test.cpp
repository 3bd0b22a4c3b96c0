// The whole preview over loopback: a folder of text files stands for the site.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

#include "base/files.h"
#include "preview/preview.h"
#include "raw_client.h"

namespace glasshouse::preview {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Each file NAME is the page NAME; a file with the word BROKEN is an error and left out.
Snapshot read_folder(const fs::path& folder) {
  Snapshot snapshot;
  snapshot.site = std::make_shared<const model::Site>();
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto text = read_file(entry.path());
    if (!text) continue;
    const std::string path = entry.path().lexically_relative(folder).native();
    if (text->find("BROKEN") != std::string::npos) {
      snapshot.diagnostics.push_back(
          {Severity::error, "broken-file", Place(path, 3, 7), "it says <BROKEN>", "Mend it."});
      continue;
    }
    const bool is_html = path.ends_with(".html");
    snapshot.routes.push_back(
        {path, is_html ? "text/html; charset=utf-8" : "application/json",
         [bytes = *text](model::Workspace&, std::string& out, Diagnostics&) { out += bytes; }});
  }
  return snapshot;
}

// A preview of a folder, on a thread of its own.
class Preview {
 public:
  explicit Preview(std::string base_path = "/") {
    std::string name = testing::TempDir() + "glasshouse-preview-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
    folder = name;
    save("index.html", "<html><body><h1>Home</h1></body></html>");
    save("foi/index.html", "<html><body><h1>FOI</h1></body></html>");
    save("foi/records.json", "[1]");
    save("404.html", "<html><body><h1>Not found</h1></body></html>");
    options.port = 0;
    options.base_path = std::move(base_path);
    options.watched = {folder};
    options.loaded = [this](const Snapshot&) {
      const std::lock_guard lock(mutex_);
      ++loads_;
      loaded_.notify_all();
    };
  }
  ~Preview() {
    stop();
    fs::remove_all(folder);
  }
  void start() {
    std::promise<std::string> ready;
    options.ready = [&](const std::string& url) { ready.set_value(url); };
    serving_ = std::thread([this] {
      Diagnostics diagnostics;
      result =
          serve([this] { return read_folder(folder); }, options, stop_.get_token(), diagnostics);
    });
    url = ready.get_future().get();
    port = static_cast<std::uint16_t>(std::stoi(url.substr(url.find(':', 7) + 1)));
  }
  void stop() {
    stop_.request_stop();
    if (serving_.joinable()) serving_.join();
  }
  void save(const fs::path& name, std::string_view text) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  }

  fs::path folder;
  PreviewOptions options;
  std::string url;
  std::uint16_t port = 0;
  bool result = false;

 private:
  std::stop_source stop_;
  std::thread serving_;
  std::mutex mutex_;
  std::condition_variable loaded_;
  int loads_ = 0;
};

// An event stream as a browser keeps it.
class Events {
 public:
  explicit Events(std::uint16_t port) : client_(port) {
    client_.send(
        "GET /_glasshouse/events HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n\r\n");
    next();
  }
  /// Waits for the next state.
  void next() {
    client_.received.clear();
    EXPECT_TRUE(client_.read_until("\ndata: ") && client_.read_until("\n\n")) << client_.received;
  }

 private:
  RawClient client_;
};

TEST(Serve, answers_pages_files_and_missing_pages) {
  Preview preview;
  preview.start();
  const std::string home = get(preview.port, "/");
  EXPECT_THAT(home, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(home, HasSubstr("<h1>Home</h1>"));
  EXPECT_THAT(home, HasSubstr("<script src=\"/_glasshouse/preview.js\" data-state="));
  EXPECT_THAT(home, HasSubstr("Cache-Control: no-store"));
  EXPECT_THAT(home, HasSubstr("Content-Security-Policy: default-src 'self';"));
  const std::string json = get(preview.port, "/foi/records.json");
  EXPECT_THAT(json, HasSubstr("Content-Type: application/json"));
  EXPECT_THAT(json, testing::EndsWith("\r\n\r\n[1]"));
  const std::string missing = get(preview.port, "/no/such/page/");
  EXPECT_THAT(missing, StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(missing, HasSubstr("<h1>Not found</h1>"));
  EXPECT_THAT(get(preview.port, "/_glasshouse/preview.js"), HasSubstr("EventSource"));
}

TEST(Serve, leads_from_a_folder_without_its_slash) {
  Preview preview;
  preview.start();
  const std::string moved = get(preview.port, "/foi?page=2");
  EXPECT_THAT(moved, StartsWith("HTTP/1.1 301"));
  EXPECT_THAT(moved, HasSubstr("Location: /foi/?page=2\r\n"));
  EXPECT_THAT(get(preview.port, "//evil.example/foi"), StartsWith("HTTP/1.1 404"));
}

TEST(Serve, answers_head_without_a_body_and_refuses_other_methods) {
  Preview preview;
  preview.start();
  const std::string head = request(preview.port, "HEAD", "/foi/records.json");
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(head, HasSubstr("Content-Length: 3\r\n"));
  EXPECT_THAT(head, testing::EndsWith("\r\n\r\n"));
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    const std::string refused =
        request(preview.port, method, "/", "localhost", "Content-Length: 0\r\n");
    EXPECT_THAT(refused, StartsWith("HTTP/1.1 405")) << method;
    EXPECT_THAT(refused, HasSubstr("Allow: GET, HEAD\r\n"));
  }
}

TEST(Serve, refuses_a_host_that_is_not_this_machine) {
  Preview preview;
  preview.start();
  for (const char* host :
       {"evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.nip.io",
        "localhost:80:80", "localhost:", "localhost@evil.example", ""}) {
    const std::string refused = request(preview.port, "GET", "/", host);
    EXPECT_THAT(refused, StartsWith("HTTP/1.1 403")) << host;
    EXPECT_THAT(refused, Not(HasSubstr("Home")));
  }
  for (const char* host : {"localhost", "LocalHost:8000", "127.0.0.1:1"}) {
    EXPECT_THAT(request(preview.port, "GET", "/", host), StartsWith("HTTP/1.1 200")) << host;
  }
}

TEST(Serve, finds_nothing_outside_its_routes) {
  Preview preview;
  preview.start();
  for (const char* target : {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/foi/../index.html",
                             "/..%2f..%2fetc%2fpasswd", "/foi/%00", "/_glasshouse/../index.html"}) {
    EXPECT_THAT(get(preview.port, target), StartsWith("HTTP/1.1 404")) << target;
  }
}

TEST(Serve, respects_the_base_path) {
  Preview preview("/transparency/");
  preview.start();
  EXPECT_THAT(preview.url, testing::EndsWith("/transparency/"));
  EXPECT_THAT(get(preview.port, "/transparency/"),
              HasSubstr("<script src=\"/transparency/_glasshouse/preview.js\""));
  EXPECT_THAT(get(preview.port, "/"), HasSubstr("Location: /transparency/\r\n"));
  EXPECT_THAT(get(preview.port, "/transparency"), HasSubstr("Location: /transparency/\r\n"));
  EXPECT_THAT(get(preview.port, "/transparency/foi"),
              HasSubstr("Location: /transparency/foi/\r\n"));
  EXPECT_THAT(get(preview.port, "/foi/"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(get(preview.port, "/transparency/_glasshouse/preview.js"), HasSubstr("EventSource"));
}

TEST(Serve, tells_browsers_of_a_change_and_shows_it) {
  Preview preview;
  preview.start();
  Events events(preview.port);
  preview.save("index.html", "<html><body><h1>Changed</h1></body></html>");
  events.next();
  EXPECT_THAT(get(preview.port, "/"), HasSubstr("<h1>Changed</h1>"));
  preview.save("new/folder/index.html", "<html><body><h1>New</h1></body></html>");
  events.next();
  preview.save("new/folder/index.html", "<html><body><h1>Newer</h1></body></html>");
  events.next();
  EXPECT_THAT(get(preview.port, "/new/folder/"), HasSubstr("<h1>Newer</h1>"));
  fs::remove_all(preview.folder / "new");
  events.next();
  EXPECT_THAT(get(preview.port, "/new/folder/"), StartsWith("HTTP/1.1 404"));
}

TEST(Serve, keeps_the_last_good_site_through_a_bad_save_and_says_what_is_wrong) {
  Preview preview;
  preview.start();
  Events events(preview.port);
  preview.save("foi/index.html", "BROKEN");
  events.next();
  const std::string page = get(preview.port, "/foi/");
  EXPECT_THAT(page, HasSubstr("<h1>FOI</h1>"));
  EXPECT_THAT(page, HasSubstr("aria-label=\"Problems in the content\""));
  EXPECT_THAT(page, HasSubstr("<code>foi/index.html:3:7</code> it says &lt;BROKEN&gt;"));
  EXPECT_THAT(page, HasSubstr("Mend it."));
  EXPECT_THAT(page, HasSubstr("The last save has errors"));
  EXPECT_THAT(get(preview.port, "/foi/records.json"), testing::EndsWith("\r\n\r\n[1]"));
  preview.save("foi/index.html", "<html><body><h1>Good</h1></body></html>");
  events.next();
  const std::string mended = get(preview.port, "/foi/");
  EXPECT_THAT(mended, HasSubstr("<h1>Good</h1>"));
  EXPECT_THAT(mended, Not(HasSubstr("Problems")));
}

TEST(Serve, ends_at_the_stop_with_an_open_event_stream) {
  Preview preview;
  preview.start();
  Events events(preview.port);
  const auto start = std::chrono::steady_clock::now();
  preview.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_TRUE(preview.result);
}

TEST(Serve, says_plainly_that_its_port_is_taken_and_names_a_free_one) {
  Preview first;
  first.start();
  PreviewOptions options;
  options.port = first.port;
  Diagnostics diagnostics;
  EXPECT_FALSE(serve([] { return Snapshot(); }, options, {}, diagnostics));
  const auto all = diagnostics.sorted();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].id, "port-in-use");
  EXPECT_THAT(all[0].hint, HasSubstr("--port"));
}

TEST(StopOnSignal, asks_for_a_stop_at_ctrl_c) {
  const StopOnSignal signals;
  std::promise<void> stopped;
  const std::stop_callback told(signals.token(), [&] { stopped.set_value(); });
  ::raise(SIGINT);
  EXPECT_EQ(stopped.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
}

TEST(StopOnSignal, ends_quietly_without_a_signal) { const StopOnSignal signals; }

}  // namespace
}  // namespace glasshouse::preview
