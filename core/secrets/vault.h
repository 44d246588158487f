// What the keys can do for stored data: seal a field, find it again without opening it, and hash
// tokens. Any thread; outlives nothing but its Random.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/secrets/keys.h"
#include "core/secrets/random.h"

namespace chunhui::secrets {

struct Token {
  std::string text;  // 128 random bits, 32 hex digits: given away, never stored
  std::string hash;  // what is stored (32 bytes)
};

class Vault {
 public:
  Vault(const Keys& keys, Random& random);
  ~Vault();

  // AES-256-GCM with a fresh nonce. `bound_to` says where the field belongs ("residents.id_number:"
  // + row id); a field moved elsewhere does not open. Answers bytes for a BLOB column: 29 more than
  // the text.
  std::string SealField(std::string_view plain, std::string_view bound_to) const;

  // Nothing when the bytes were changed, the key is another one, or `bound_to` differs.
  std::optional<std::string> OpenField(std::string_view sealed, std::string_view bound_to) const;

  // HMAC-SHA-256 over purpose and value (32 bytes): equal values of one purpose have equal indexes,
  // and nobody without the key can compute one. Normalise the value first.
  std::string BlindIndex(std::string_view purpose, std::string_view value) const;

  Token NewToken() const;
  std::string TokenHash(std::string_view text) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chunhui::secrets
