#include "kiosk/office/late_line.h"

#include <dlfcn.h>

#include <iostream>
#include <stdexcept>
#include <utility>

namespace chunhui::office {
namespace {

using OpenLine = Line* (*)(const GrpcLineParts&);

// Never unloaded: gRPC's own threads live as long as the process.
OpenLine Load(const std::filesystem::path& module) {
  void* handle = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* door = handle ? dlsym(handle, "ChunhuiOpenLine") : nullptr;
  if (!door) std::cerr << "chunhui-kiosk: " << dlerror() << "\n";
  return reinterpret_cast<OpenLine>(door);
}

}  // namespace

LateLine::LateLine(std::filesystem::path module, GrpcLineParts parts)
    : module_(std::move(module)), parts_(std::move(parts)) {
  if (!std::filesystem::exists(module_)) {
    throw std::runtime_error(module_.string() + " is missing: install the kiosk again");
  }
}

Line* LateLine::Loaded() {
  const std::lock_guard lock(mutex_);
  if (!line_ && !stopped_) {
    if (const OpenLine open = Load(module_)) line_.reset(open(parts_));
  }
  return stopped_ ? nullptr : line_.get();
}

Reply LateLine::Call(const std::string& method, const Headers& headers, const std::string& bytes,
                     std::chrono::milliseconds deadline) {
  Line* line = Loaded();
  return line ? line->Call(method, headers, bytes, deadline) : Reply{};
}

void LateLine::Read(const std::string& method, const std::string& bytes,
                    const std::function<void(const std::string&)>& message) {
  if (Line* line = Loaded()) line->Read(method, bytes, message);
}

void LateLine::Renew(const std::string& key_pem, const std::string& certificate_pem) {
  const std::lock_guard lock(mutex_);
  parts_.key_pem = key_pem;
  parts_.certificate_pem = certificate_pem;
  if (line_) line_->Renew(key_pem, certificate_pem);
}

void LateLine::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (line_) line_->Stop();
}

}  // namespace chunhui::office
