#include "core/secrets/gcm.h"

namespace chunhui::secrets {
namespace {

const unsigned char* In(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* Out(std::string& text, size_t from = 0) {
  return reinterpret_cast<unsigned char*>(text.data() + from);
}

CipherContext CopyOf(const CipherContext& prepared) {
  CipherContext context(EVP_CIPHER_CTX_new());
  Check(context && EVP_CIPHER_CTX_copy(context.get(), prepared.get()) == 1, "AES-256-GCM copy");
  return context;
}

}  // namespace

CipherContext PrepareGcm(const Key& key) {
  CipherContext context(EVP_CIPHER_CTX_new());
  const Cipher cipher(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr));
  Check(context && cipher &&
            EVP_CipherInit_ex2(context.get(), cipher.get(), key.bytes.data(), nullptr, 1,
                               nullptr) == 1,
        "AES-256-GCM");
  return context;
}

void GcmSeal(const CipherContext& prepared, std::span<const uint8_t, kNonceBytes> nonce,
             std::string_view plain, std::string_view bound_to, std::string& out) {
  const CipherContext copy = CopyOf(prepared);
  EVP_CIPHER_CTX* context = copy.get();
  const size_t start = out.size();
  out.append(reinterpret_cast<const char*>(nonce.data()), kNonceBytes);
  out.resize(start + kNonceBytes + plain.size() + kTagBytes);
  unsigned char* body = Out(out, start + kNonceBytes);
  int size = 0;
  int rest = 0;
  const bool good =
      EVP_CipherInit_ex2(context, nullptr, nullptr, nonce.data(), 1, nullptr) == 1 &&
      EVP_CipherUpdate(context, nullptr, &size, In(bound_to), static_cast<int>(bound_to.size())) ==
          1 &&
      EVP_CipherUpdate(context, body, &size, In(plain), static_cast<int>(plain.size())) == 1 &&
      EVP_CipherFinal_ex(context, body + size, &rest) == 1 &&
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, kTagBytes, body + plain.size()) == 1;
  Check(good, "sealing");
}

std::optional<std::string> GcmOpen(const CipherContext& prepared, std::string_view sealed,
                                   std::string_view bound_to) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const CipherContext copy = CopyOf(prepared);
  EVP_CIPHER_CTX* context = copy.get();
  const std::string_view body = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  std::string plain(body.size(), '\0');
  int size = 0;
  int rest = 0;
  const bool ready =
      EVP_CipherInit_ex2(context, nullptr, nullptr, In(sealed), 0, nullptr) == 1 &&
      EVP_CipherUpdate(context, nullptr, &size, In(bound_to), static_cast<int>(bound_to.size())) ==
          1 &&
      EVP_CipherUpdate(context, Out(plain), &size, In(body), static_cast<int>(body.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, kTagBytes, tag.data()) == 1;
  Check(ready, "opening");
  if (EVP_CipherFinal_ex(context, Out(plain) + size, &rest) != 1) {
    ERR_clear_error();
    return std::nullopt;
  }
  return plain;
}

}  // namespace chunhui::secrets
