// The text of a QR code: "CHQ1" and, in base 32, a random card number (10 bytes), the last good day
// (2 bytes) and a signature (16 bytes of HMAC-SHA-256). Says nothing about whose it is. Private to
// this room, but for ReadQrToken.
#pragma once

#include <string>

#include "core/secrets/random.h"
#include "services/residents/residents.h"

namespace chunhui::residents {

struct QrToken {
  std::string text;
  std::string card;  // "QR" and 16 letters and digits
};

// `valid_until` from 2020 to 2149.
QrToken MakeQrToken(const secrets::Vault& vault, secrets::Random& random, time::Date valid_until);

}  // namespace chunhui::residents
