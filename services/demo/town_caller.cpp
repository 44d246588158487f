#include "services/demo/town_caller.h"

namespace chunhui::demo {

TownCaller::TownCaller(calls::Dispatcher& dispatcher, secrets::Random& random,
                       const calls::Device& device)
    : dispatcher_(dispatcher), random_(random) {
  peer_.device_uri = calls::DeviceUri(device);
}

calls::Answer TownCaller::Send(const std::string& method, const std::string& bytes) {
  return dispatcher_.CallAndWait("/chunhui.v1." + method, peer_, bytes);
}

}  // namespace chunhui::demo
