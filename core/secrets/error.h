// A key file that cannot be used, or a cryptographic library that refuses to work. Never carries
// secrets or personal data.
#pragma once

#include <stdexcept>

namespace chunhui::secrets {

class SecretsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace chunhui::secrets
