#include "services/demo/demo_office.h"

#include <stdexcept>

#include "core/secrets/keys.h"
#include "core/time/local_time.h"
#include "services/client_config.h"
#include "services/demo/load.h"
#include "services/papers.h"

namespace chunhui::demo {
namespace {

namespace fs = std::filesystem;

// "kiosk-hall-1"; the town has one desk, which is simply "desk".
std::string StemOf(const fleet::DeviceRow& device) {
  return device.kind == calls::DeviceKind::kKiosk ? "kiosk-" + device.id : "desk";
}

fs::path LoadingMark(const office::Config& config) { return config.data_dir / "demo-loading"; }

void RefuseHalfTown(const office::Config& config) {
  if (!fs::exists(LoadingMark(config))) return;
  throw std::runtime_error("loading the demo town was interrupted; remove the folder " +
                           config.data_dir.string() + " and begin again");
}

}  // namespace

bool PrepareFiles(const office::Config& config, const Town& town, time::Instant now,
                  secrets::Random& random) {
  RefuseHalfTown(config);
  if (fs::exists(config.database_file())) return false;
  fs::create_directories(config.data_dir);
  fs::permissions(config.data_dir, fs::perms::owner_all);
  secrets::SaveKeys(config.keys(), secrets::MakeKeys(random));
  const office::Papers papers =
      office::MakePapers(config.tls(), {"localhost", "127.0.0.1", "::1"}, now, random);
  for (const fleet::DeviceRow& device : town.devices) {
    office::MakeDevicePapers(config.tls(), StemOf(device), papers.authority,
                             {device.kind, device.station_id, device.id}, now, random);
  }
  office::WriteNewFile(LoadingMark(config), "", office::FileMode::kPublic);
  return true;
}

void LoadIntoNewOffice(office::Office& office, const office::Config& config, const Town& town,
                       time::Instant now, uint64_t seed, secrets::Random& random) {
  LoadTown(office, town, time::LocalDate(now), seed, random);
  fs::remove(LoadingMark(config));
}

void WriteConfigs(const office::Config& config, const Town& town, int port,
                  const fs::path& town_folder) {
  const fs::path specimen = fs::absolute(town_folder / "id_card.jpg");
  for (const fleet::DeviceRow& device : town.devices) {
    const std::string stem = StemOf(device);
    office::ClientConfig client;
    client.office = "127.0.0.1:" + std::to_string(port);
    client.authority = config.tls() / "ca.pem";
    client.certificate = config.tls() / (stem + ".pem");
    client.key = config.tls() / (stem + ".key");
    client.data_dir = config.data_dir / stem;
    client.demo = device.kind == calls::DeviceKind::kKiosk;
    if (client.demo && fs::exists(specimen)) client.camera_picture = specimen;
    office::WriteClientConfig(config.data_dir / (stem + ".toml"), client);
  }
}

}  // namespace chunhui::demo
