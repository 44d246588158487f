// An office for benchmarks: its own authority, a server on loopback with mutual TLS, one station,
// one kiosk, many residents with visits, many dishes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/secrets/certificates.h"
#include "core/secrets/keys.h"
#include "core/time/clock.h"
#include "services/office.h"
#include "services/server.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::bench {

// TLS of one benchmark run.
struct Authority {
  explicit Authority(secrets::Random& random);
  secrets::KeyAndCertificate authority;
  secrets::KeyAndCertificate server;
  secrets::KeyAndCertificate kiosk;  // chunhui://hall/kiosk/bench
};

class BenchOffice {
 public:
  BenchOffice(const Authority& authority, secrets::Random& random);

  // Enough people and food for `bookings` bookings of one portion each.
  void Furnish(int residents, int days);
  // Registers bare residents with one card each until there are `count`.
  void FillRegister(int count);

  int port() const { return server_->port(); }
  calls::Dispatcher& dispatcher() { return office_->dispatcher(); }
  // One visit token per resident that Furnish made.
  const std::vector<std::string>& visit_tokens() const { return visit_tokens_; }
  // Dishes by day and period: dish_ids()[meal].
  const std::vector<std::string>& dish_ids() const { return dish_ids_; }

 private:
  void PutPlaces();
  void PublishDishes(int days);
  void StartVisits(int residents);

  tests::TemporaryFolder folder_;
  time::SystemClock clock_;
  secrets::Random& random_;
  std::unique_ptr<office::Office> office_;
  std::unique_ptr<office::Server> server_;
  std::vector<std::string> visit_tokens_;
  std::vector<std::string> dish_ids_;
};

// Where everybody lives.
inline constexpr char kBenchStation[] = "hall";

// The card of the resident with this number in FillRegister, from 0.
std::string CardOf(int number);

}  // namespace chunhui::bench
