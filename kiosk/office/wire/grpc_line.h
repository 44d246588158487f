// The line over gRPC with mutual TLS.
#pragma once

#include <memory>
#include <string>

#include "kiosk/office/line.h"

namespace chunhui::office {

struct GrpcLineParts {
  std::string address;          // "office.example:7443"
  std::string authority_pem;    // who signed the office's certificate
  std::string certificate_pem;  // this kiosk's
  std::string key_pem;
  // While enrolling, in place of the three above: all that is known of the office.
  std::string authority_fingerprint = {};
};

class GrpcLine : public Line {
 public:
  // Connects when first used, so that a kiosk starts fast.
  explicit GrpcLine(const GrpcLineParts& parts);
  ~GrpcLine() override;

  Reply Call(const std::string& method, const Headers& headers, const std::string& bytes,
             std::chrono::milliseconds deadline) override;
  void Read(const std::string& method, const std::string& bytes,
            const std::function<void(const std::string&)>& message) override;
  void Renew(const std::string& key_pem, const std::string& certificate_pem) override;
  void Stop() override;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace chunhui::office
