// The back office in one object: the books, the areas, the one method table. Knows nothing of gRPC,
// certificates on disk or configuration; main.cpp and the tests build it the same way.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "core/secrets/certificates.h"
#include "core/secrets/keys.h"
#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "services/calls/dispatcher.h"

namespace chunhui::office {

inline constexpr std::chrono::seconds kOfferExpiryEvery{5};
inline constexpr std::chrono::minutes kClosedRecordsEvery{10};
inline constexpr std::chrono::hours kPruneEvery{24};
// What still waits for the disk when the office stops gets this long.
inline constexpr std::chrono::milliseconds kWriterDrain{3000};

class Office {
 public:
  struct Parts {
    std::filesystem::path database;        // made (0600) when it is not there
    secrets::Keys keys;                    // those the database was written with
    secrets::KeyAndCertificate authority;  // signs the certificates of kiosks that enrol
    const time::Clock& clock;              // outlives the office
    secrets::Random& random;               // outlives the office; any thread
    size_t read_connections = 4;           // 1 to 64
    size_t slow_threads = 2;               // PIN hashing, 1 to 16
    // One line per event, never with personal data. Any thread; empty = nobody listens.
    std::function<void(std::string_view)> log = {};
  };

  // Opens the database and brings it to today's shape. Throws StoreError (damaged, newer program)
  // and SecretsError (no authority).
  explicit Office(Parts parts);
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office();

  // Every call goes through here, whether it came over gRPC or from a test. Any thread.
  calls::Dispatcher& dispatcher();
  calls::Publisher& publisher();

  // What is due by the clock: lapse offers, escalate cases, forget old answers. Called about once a
  // second by main's timer thread, and by tests after moving their clock. One thread at a time.
  // Throws when the database refuses; what was due is tried again by the next Tick.
  void Tick();

  // Ends all streams, finishes the writes that wait. No Call may be begun from here on. Idempotent.
  // False when some writes did not make it to the disk in time (their callers were told).
  bool Stop();

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace chunhui::office
