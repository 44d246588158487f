// The office on the network: one port for kiosks and desks (mutual TLS, all services, health and
// reflection), one port on which new kiosks enrol (server TLS, nothing but Enrol). There is no
// plaintext.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "services/calls/dispatcher.h"

namespace chunhui::office {

// Up to here a request is received, so that one above the contract's 2 MiB can be answered as
// malformed; beyond, gRPC cuts it off unread.
inline constexpr int kReceiveBytesMax = 16 * 1024 * 1024;
// A client that says nothing is asked for a sign of life, and dropped without one.
inline constexpr std::chrono::seconds kKeepaliveEvery{30};
inline constexpr std::chrono::seconds kKeepaliveTimeout{10};
// Kiosks ask us too, to find a dead line soon; more often than this is abuse.
inline constexpr std::chrono::seconds kClientPingsApart{5};

class Server {
 public:
  struct Options {
    std::string address;         // IP address to listen on
    int64_t port = 0;            // 0 picks a free one
    int64_t enrolment_port = 0;  // 0 picks a free one
    std::string authority_pem;   // who signs the certificates of clients
    std::string certificate_pem;
    std::string key_pem;
    int64_t streams_max = 64;                      // open calls on one connection
    int64_t memory_bytes_max = 512 * 1024 * 1024;  // for messages on their way
  };

  // Listens when it returns. The dispatcher outlives the server. Throws std::runtime_error that
  // names the address when it is taken or the TLS texts are no good.
  Server(const Options& options, calls::Dispatcher& dispatcher);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  int port() const;
  int enrolment_port() const;

  // Takes no new calls, lets running ones finish until `patience` is over, then cuts them off.
  // Streams should have been closed before. Idempotent.
  void Shutdown(std::chrono::milliseconds patience);

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace chunhui::office
