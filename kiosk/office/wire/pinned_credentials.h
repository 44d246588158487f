// TLS towards an office of which only the fingerprint of its authority is known: what a new kiosk
// is told by hand. Nothing is sent before the office has shown a certificate of that authority.
#pragma once

#include <memory>
#include <string>

namespace grpc {
class ChannelCredentials;
}

namespace chunhui::office {

// `fingerprint`: SHA-256 of the authority's certificate, 64 lower-case hex digits. The office must
// present its authority behind its own certificate.
std::shared_ptr<grpc::ChannelCredentials> PinnedCredentials(const std::string& fingerprint);

}  // namespace chunhui::office
