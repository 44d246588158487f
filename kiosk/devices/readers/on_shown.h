// What every reader does with what it has read: hands it on as one line in the form of
// kiosk/visit/evidence.h. Called on the reader's own thread; never holds a name.
#pragma once

#include <functional>
#include <string>

namespace chunhui::devices {

using OnShown = std::function<void(std::string line)>;

}  // namespace chunhui::devices
