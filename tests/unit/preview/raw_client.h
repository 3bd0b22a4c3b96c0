// An HTTP client of a few lines, so that the tests see every byte and may send what no client
// would.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace glasshouse::preview {

/// One connection to the port of 127.0.0.1. Reads give up after ten seconds.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit = {10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      ADD_FAILURE() << "no connection to port " << port;
    }
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view text) const {
    EXPECT_EQ(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(text.size()));
  }
  /// Reads on until the text holds `expected`, or the other end closes.
  bool read_until(std::string_view expected) {
    while (received.find(expected) == std::string::npos) {
      if (!read_some()) return false;
    }
    return true;
  }
  void read_to_end() {
    while (read_some()) {
    }
  }
  std::string received;

 private:
  bool read_some() {
    char chunk[16 * 1024];
    const ssize_t got = ::recv(socket_, chunk, sizeof chunk, 0);
    if (got <= 0) return false;
    received.append(chunk, static_cast<std::size_t>(got));
    return true;
  }
  int socket_;
};

/// Status line, headers and body of one request, on a connection of its own.
inline std::string request(std::uint16_t port, std::string_view method, std::string_view target,
                           std::string_view host = "localhost", std::string_view more = "") {
  RawClient client(port);
  std::string text(method);
  text.append(" ").append(target).append(" HTTP/1.1\r\n");
  if (!host.empty()) text.append("Host: ").append(host).append("\r\n");
  text.append("Connection: close\r\n").append(more).append("\r\n");
  client.send(text);
  client.read_to_end();
  return client.received;
}

inline std::string get(std::uint16_t port, std::string_view target) {
  return request(port, "GET", target);
}

}  // namespace glasshouse::preview
