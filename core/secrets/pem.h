// Between PEM texts and OpenSSL objects. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "core/secrets/openssl_handles.h"

namespace chunhui::secrets {

// Readers answer an empty handle when the text is no such PEM.
Certificate ReadCertificate(std::string_view pem);
Request ReadRequest(std::string_view pem);
PrivateKey ReadPrivateKey(std::string_view pem);

std::string ToPem(const Certificate& certificate);
std::string ToPem(const Request& request);
std::string ToPem(const PrivateKey& key);

}  // namespace chunhui::secrets
