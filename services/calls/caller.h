// Who calls: the device by its certificate, and on it a signed-in staff member, a visit, or both.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "chunhui/v1/staff.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/store/db.h"
#include "core/time/instant.h"

namespace chunhui::calls {

enum class DeviceKind { kKiosk, kDesk };

// From the URI of the client certificate: chunhui://<station>/kiosk/<id> or .../desk/<id>.
struct Device {
  DeviceKind kind;
  std::string station_id;
  std::string id;
};

// Nothing when the text has another form.
std::optional<Device> ParseDevice(std::string_view uri);
// The other way round.
std::string DeviceUri(const Device& device);

struct Staff {
  std::string account;
  std::string called;  // for residents: 李老师
  v1::Role role = v1::ROLE_UNSPECIFIED;
  std::string station_id;  // the role covers this station and all below it
  std::string session_id;  // of the session that was shown; not its token
};

struct Visit {
  std::string visit_id;
  std::string resident_id;
  v1::Assurance assurance = v1::ASSURANCE_UNSPECIFIED;
  std::string voucher;  // account that vouched; empty otherwise
  // When a journalled write was made, by the kiosk's clock; absent for live calls.
  std::optional<time::Instant> occurred_at = {};
};

struct Caller {
  std::optional<Device> device;  // always set, except for the office itself and for Enrol
  std::optional<Staff> staff;
  std::optional<Visit> visit;
  std::string address = {};  // Peer::address
  // For the audit: "staff:li@desk:front", "kiosk:hall-1", "office".
  std::string Actor() const;
};

// What a client sent beside its request. Tokens are opaque texts; empty when absent.
struct Peer {
  std::string device_uri;
  std::string session_token;
  std::string visit_token;
  // When a journalled write was made, for a visit that has ended since; absent for live calls.
  std::optional<time::Instant> occurred_at;
  // Network address without port, only to slow down guessing.
  std::string address;
};

// Who may call a method. Each true entry is enough by itself; a device certificate is always needed
// (except for `open`).
struct Rights {
  bool open = false;    // even without a certificate (Enrol, on its own port)
  bool device = false;  // any valid certificate
  bool visit = false;   // a live visit of this kiosk
  unsigned roles = 0;   // a staff session with one of these (bit = number of the role)
};

constexpr unsigned RoleBits(std::initializer_list<v1::Role> roles) {
  unsigned bits = 0;
  for (v1::Role role : roles) bits |= 1u << role;
  return bits;
}

constexpr Rights AnyDevice() { return {.device = true}; }
constexpr Rights OnVisit() { return {.visit = true}; }
constexpr Rights ByStaff(std::initializer_list<v1::Role> roles) {
  return {.roles = RoleBits(roles)};
}
constexpr Rights OnVisitOrByStaff(std::initializer_list<v1::Role> roles) {
  return {.visit = true, .roles = RoleBits(roles)};
}

}  // namespace chunhui::calls
