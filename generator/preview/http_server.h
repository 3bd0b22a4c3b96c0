// The HTTP side of the preview: requests in, answers out, and the stream that tells browsers of
// changes. The one place that knows the HTTP library.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "preview/answer.h"
#include "preview/current_site.h"

namespace glasshouse::preview {

/// Listens on 127.0.0.1 only. Answers GET and HEAD from a Host that is this machine; all else is
/// refused.
class HttpServer {
 public:
  /// Shows `site`, which must outlive the server.
  HttpServer(const CurrentSite& site, std::string base_path, std::string session);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Takes the port, or any that is free for 0; gives the one it took, 0 when it cannot be had.
  /// From now on browsers may connect; they are answered once `start` was called.
  [[nodiscard]] std::uint16_t bind(std::uint16_t port);
  /// Answers on threads of its own, until the object ends. Close the site first: the streams of
  /// events end with it.
  void start();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What the system says to listening on the port of 127.0.0.1: 0, or an errno.
[[nodiscard]] int port_problem(std::uint16_t port);

}  // namespace glasshouse::preview
