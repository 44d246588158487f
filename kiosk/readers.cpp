#include "kiosk/readers.h"

#include "kiosk/visit/evidence.h"

namespace chunhui::kiosk {
namespace {

devices::ServiceCardFile ServiceCardOf(const ReaderSettings& settings) {
  if (settings.service_card_application.empty()) return {};
  const auto file =
      devices::ReadServiceCardFile(settings.service_card_application, settings.service_card_file);
  if (!file) {
    throw ConfigError(
        "readers: service_card_application is 5 to 16 bytes in hex, service_card_file 2 bytes");
  }
  return *file;
}

}  // namespace

Readers::Readers(const ReaderSettings& settings, std::function<void()> wake)
    : shown_(std::move(wake)) {
  const auto put = [this](std::string line) { shown_.Put(std::move(line)); };
  const devices::ServiceCardFile service_card = ServiceCardOf(settings);
  if (settings.pcsc) {
    pcsc_ = std::make_unique<devices::PcscReader>(
        devices::PcscReader::Options{.service_card = service_card}, put);
  }
  if (!settings.id_card_port.empty()) {
    id_card_ = std::make_unique<devices::IdCardReader>(
        devices::IdCardReader::Options{.port = settings.id_card_port},
        [put](const devices::IdCardText& card) {
          put(visit::ShownDocument(card.number, card.name));
        });
  }
  if (!settings.scanner.empty()) {
    scanner_ = std::make_unique<devices::KeyDevice>(
        devices::KeyDevice::Options{.file = settings.scanner}, put);
  }
}

}  // namespace chunhui::kiosk
