#include "preview/http_server.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace glasshouse::preview {

namespace {

using namespace std::chrono_literals;

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kThreads = 48;  // a stream of events holds one as long as its page is open
constexpr int kMostStreams = 32;
constexpr std::size_t kLongestBody = 64 * 1024;  // of a request that is refused anyway
constexpr auto kHeartbeat = 10s;
constexpr int kLongestGoodbye = 1000;  // milliseconds

// Not the library's own SO_REUSEPORT, with which two previews share a port, each with half of the
// requests.
void reuse_address(int socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void set_body(httplib::Response& response, const std::string& media_type, std::string body) {
  if (body.empty()) {
    response.set_content(body, media_type);
    return;
  }
  // Through a provider of known length, as the library would compress a plain body, slowly.
  const auto bytes = std::make_shared<const std::string>(std::move(body));
  response.set_content_provider(
      bytes->size(), media_type,
      [bytes](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        return sink.write(bytes->data() + offset, length);
      });
}

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

}  // namespace

struct HttpServer::State {
  const CurrentSite& site;
  std::string base_path;
  std::string session;
  httplib::Server server;
  std::thread listening;
  std::atomic<bool> ended = false;
  std::atomic<int> streams = 0;

  using Handled = httplib::Server::HandlerResponse;
  Handled handle(const httplib::Request& request, httplib::Response& response);
  void stream_events(httplib::Response& response);
};

HttpServer::HttpServer(const CurrentSite& site, std::string base_path, std::string session)
    : state_(new State{site, std::move(base_path), std::move(session), {}, {}, {}, {}}) {
  httplib::Server& server = state_->server;
  server.set_socket_options(reuse_address);
  server.set_tcp_nodelay(true);
  server.set_keep_alive_timeout(1);  // Ctrl-C waits for as long
  server.set_keep_alive_max_count(1000);
  server.set_payload_max_length(kLongestBody);
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_default_headers({{"Content-Security-Policy", std::string(kContentPolicy)},
                              {"Cache-Control", "no-store"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
  server.set_pre_routing_handler(
      [state = state_.get()](const httplib::Request& request, httplib::Response& response) {
        return state->handle(request, response);
      });
  server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
    if (request.method == "GET" || request.method == "HEAD" || !response.body.empty()) return;
    response.status = 405;
    response.set_header("Allow", "GET, HEAD");
    response.set_content("The preview answers GET and HEAD only.\n", "text/plain; charset=utf-8");
  });
}

HttpServer::~HttpServer() {
  if (!state_->listening.joinable()) return;
  // A stream that is cut off rather than ended is an error in the browser's console.
  for (int waited = 0; state_->streams > 0 && waited < kLongestGoodbye; ++waited) {
    std::this_thread::sleep_for(1ms);
  }
  // The library takes a stop for one only once it listens.
  while (!state_->server.is_running() && !state_->ended) std::this_thread::sleep_for(1ms);
  state_->server.stop();
  state_->listening.join();
}

std::uint16_t HttpServer::bind(std::uint16_t port) {
  if (port != 0) return state_->server.bind_to_port(kAddress, port) ? port : std::uint16_t{0};
  const int taken = state_->server.bind_to_any_port(kAddress);
  return taken > 0 ? static_cast<std::uint16_t>(taken) : std::uint16_t{0};
}

void HttpServer::start() {
  state_->listening = std::thread([state = state_.get()] {
    state->server.listen_after_bind();
    state->ended = true;
  });
}

// Called before the library looks for a handler of its own, of which there is none: other methods
// go on to it so that it reads their body off the connection.
auto HttpServer::State::handle(const httplib::Request& request, httplib::Response& response)
    -> Handled {
  if (!is_local_host(request.get_header_value("Host"))) {
    response.status = 403;
    response.set_content("The preview answers requests to localhost only.\n",
                         "text/plain; charset=utf-8");
    return Handled::Handled;
  }
  if (request.method != "GET" && request.method != "HEAD") return Handled::Unhandled;
  if (request.method == "GET" && request.path == base_path + "_glasshouse/events") {
    stream_events(response);
    return Handled::Handled;
  }
  const auto shown = site.get();
  Answer reply = answer({request.path, query_of(request.target)}, *shown, base_path, session);
  response.status = reply.status;
  if (!reply.location.empty()) response.set_header("Location", reply.location);
  set_body(response, reply.media_type, std::move(reply.body));
  return Handled::Handled;
}

// Server-sent events (HTML Living Standard, 9.2): the state there is, then each new one. A comment
// now and then tells whether the browser is still there. It asks again two seconds after the stream
// ended: by then a preview that was stopped is gone, and its next run may have begun.
void HttpServer::State::stream_events(httplib::Response& response) {
  if (streams.fetch_add(1) >= kMostStreams) {
    streams.fetch_sub(1);
    response.status = 204;  // by the standard, the browser does not ask again
    return;
  }
  response.status = 200;
  response.set_chunked_content_provider(
      "text/event-stream",
      [this, seen = std::uint64_t{0}, last = std::chrono::steady_clock::now()](
          std::size_t, httplib::DataSink& sink) mutable {
        const std::uint64_t now = site.wait_for_change(seen, 500ms);
        if (site.is_closed()) {
          sink.done();
          return true;
        }
        const auto time = std::chrono::steady_clock::now();
        if (now == seen && time - last < kHeartbeat) return sink.is_writable();
        const std::string text =
            now == seen ? ":\n\n"
                        : "retry: 2000\nevent: state\ndata: " + state_name(session, now) + "\n\n";
        seen = now;
        last = time;
        return sink.write(text.data(), text.size());
      },
      [this](bool) { streams.fetch_sub(1); });
}

int port_problem(std::uint16_t port) {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return errno;
  reuse_address(probe);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool done =
      ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::listen(probe, 1) == 0;
  const int problem = done ? 0 : errno;
  ::close(probe);
  return problem;
}

}  // namespace glasshouse::preview
