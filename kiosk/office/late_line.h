// The line over gRPC, loaded with its libraries when it is first used: they are half of what a
// kiosk has to load, and the first picture needs none of them.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "kiosk/office/line.h"
#include "kiosk/office/wire/grpc_line.h"

namespace chunhui::office {

class LateLine : public Line {
 public:
  // `module` is chunhui-wire.so. Throws std::runtime_error when there is no such file.
  LateLine(std::filesystem::path module, GrpcLineParts parts);

  Reply Call(const std::string& method, const Headers& headers, const std::string& bytes,
             std::chrono::milliseconds deadline) override;
  void Read(const std::string& method, const std::string& bytes,
            const std::function<void(const std::string&)>& message) override;
  void Renew(const std::string& key_pem, const std::string& certificate_pem) override;
  void Stop() override;

 private:
  // Null when stopped, or when the module cannot be loaded: then the office stays away.
  Line* Loaded();

  const std::filesystem::path module_;
  std::mutex mutex_;
  GrpcLineParts parts_;         // under mutex_
  std::unique_ptr<Line> line_;  // under mutex_ until it is there; never replaced
  bool stopped_ = false;        // under mutex_
};

}  // namespace chunhui::office
