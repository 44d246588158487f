#include "core/secrets/vault.h"

#include <openssl/core_names.h>

#include "core/secrets/digest.h"
#include "core/secrets/gcm.h"

namespace chunhui::secrets {
namespace {

// First byte of a sealed field: which cipher it is, so that another suite can follow.
constexpr char kAes256Gcm = 1;
constexpr size_t kHmacBytes = 32;

const unsigned char* In(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

MacContext PrepareHmac(const Key& key) {
  const Mac mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
  MacContext context(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
  char digest[] = "SHA256";
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                               OSSL_PARAM_construct_end()};
  Check(context && EVP_MAC_init(context.get(), key.bytes.data(), key.bytes.size(), params) == 1,
        "HMAC-SHA-256");
  return context;
}

// The prepared context has the key hashed in already; a copy of it saves two of four blocks.
std::string Hmac(const MacContext& prepared, std::string_view purpose, std::string_view value) {
  const MacContext context(EVP_MAC_CTX_dup(prepared.get()));
  std::string out(kHmacBytes, '\0');
  // The length keeps ("ab", "c") and ("a", "bc") apart.
  const std::string head = std::to_string(purpose.size()) + ":" + std::string(purpose);
  size_t size = 0;
  Check(context && EVP_MAC_update(context.get(), In(head), head.size()) == 1 &&
            EVP_MAC_update(context.get(), In(value), value.size()) == 1 &&
            EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size,
                          out.size()) == 1,
        "HMAC-SHA-256");
  return out;
}

}  // namespace

struct Vault::Parts {
  CipherContext data;
  MacContext index;
  MacContext token;
  Random& random;
};

Vault::Vault(const Keys& keys, Random& random)
    : parts_(new Parts{PrepareGcm(keys.data), PrepareHmac(keys.index), PrepareHmac(keys.token),
                       random}) {}

Vault::~Vault() = default;

std::string Vault::SealField(std::string_view plain, std::string_view bound_to) const {
  std::array<uint8_t, kNonceBytes> nonce;
  parts_->random.Fill(nonce);
  std::string sealed;
  sealed.reserve(1 + kNonceBytes + plain.size() + kTagBytes);
  sealed.push_back(kAes256Gcm);
  GcmSeal(parts_->data, nonce, plain, bound_to, sealed);
  return sealed;
}

std::optional<std::string> Vault::OpenField(std::string_view sealed,
                                            std::string_view bound_to) const {
  if (sealed.empty() || sealed[0] != kAes256Gcm) return std::nullopt;
  return GcmOpen(parts_->data, sealed.substr(1), bound_to);
}

std::string Vault::BlindIndex(std::string_view purpose, std::string_view value) const {
  return Hmac(parts_->index, purpose, value);
}

Token Vault::NewToken() const {
  constexpr size_t kTokenBytes = 16;
  std::string text = ToHex(RandomBytes(parts_->random, kTokenBytes));
  std::string hash = TokenHash(text);
  return Token{std::move(text), std::move(hash)};
}

std::string Vault::TokenHash(std::string_view text) const {
  return Hmac(parts_->token, "token", text);
}

}  // namespace chunhui::secrets
