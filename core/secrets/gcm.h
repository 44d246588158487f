// AES-256-GCM over whole texts: nonce (12) || ciphertext || tag (16). Private to this room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/secrets/keys.h"
#include "core/secrets/openssl_handles.h"

namespace chunhui::secrets {

inline constexpr size_t kNonceBytes = 12;
inline constexpr size_t kTagBytes = 16;

// `prepared` holds cipher and key and is copied for each text, which is cheaper than setting the
// key again and lets many threads share it.
CipherContext PrepareGcm(const Key& key);

// Appends to `out`. The nonce must never repeat under one key.
void GcmSeal(const CipherContext& prepared, std::span<const uint8_t, kNonceBytes> nonce,
             std::string_view plain, std::string_view bound_to, std::string& out);

std::optional<std::string> GcmOpen(const CipherContext& prepared, std::string_view sealed,
                                   std::string_view bound_to);

}  // namespace chunhui::secrets
