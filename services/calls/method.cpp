#include "services/calls/method.h"

#include "core/secrets/digest.h"

namespace chunhui::calls {

std::string ContentHash(std::string_view method, std::string_view bytes) {
  std::string both(method);
  both += '\n';
  both += bytes;
  return secrets::Sha256(both);
}

}  // namespace chunhui::calls
