#include "services/calls/caller.h"

#include <string_view>

namespace chunhui::calls {
namespace {

constexpr std::string_view kScheme = "chunhui://";
constexpr size_t kNameLengthMax = 64;

bool IsName(std::string_view text) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-.";
  return !text.empty() && text.size() <= kNameLengthMax &&
         text.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::string_view TakePart(std::string_view& rest) {
  const size_t slash = rest.find('/');
  const std::string_view part = rest.substr(0, slash);
  rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  return part;
}

}  // namespace

std::optional<Device> ParseDevice(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return std::nullopt;
  std::string_view rest = uri.substr(kScheme.size());
  const std::string_view station = TakePart(rest);
  const std::string_view kind = TakePart(rest);
  if (!IsName(station) || !IsName(rest)) return std::nullopt;
  if (kind != "kiosk" && kind != "desk") return std::nullopt;
  return Device{kind == "kiosk" ? DeviceKind::kKiosk : DeviceKind::kDesk, std::string(station),
                std::string(rest)};
}

std::string DeviceUri(const Device& device) {
  const char* kind = device.kind == DeviceKind::kKiosk ? "/kiosk/" : "/desk/";
  return std::string(kScheme) + device.station_id + kind + device.id;
}

std::string Caller::Actor() const {
  if (!device) return "office";
  std::string actor = device->kind == DeviceKind::kKiosk ? "kiosk:" : "desk:";
  actor += device->id;
  if (visit && !visit->voucher.empty()) actor = "staff:" + visit->voucher + "@" + actor;
  if (staff) actor = "staff:" + staff->account + "@" + actor;
  return actor;
}

}  // namespace chunhui::calls
