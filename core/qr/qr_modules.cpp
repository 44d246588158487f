#include "core/qr/qr_modules.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace chunhui::qr {

std::optional<QrModules> MakeQrModules(std::string_view text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1), QRcode_free);
  if (!code) return std::nullopt;
  QrModules modules{code->width, {}};
  for (int i = 0; i < code->width * code->width; ++i) {
    modules.black.push_back((code->data[i] & 1) != 0);
  }
  return modules;
}

}  // namespace chunhui::qr
