// The demo town on disk: keys, certificates for its kiosks and desk, and their configurations.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/secrets/random.h"
#include "core/time/instant.h"
#include "services/config.h"
#include "services/demo/town.h"
#include "services/office.h"

namespace chunhui::demo {

// Makes what an office needs before it can open, unless it is there already: keys, an authority,
// a server certificate for this machine, certificates for every kiosk and desk of the town.
// True when the office is new and the town must be loaded into it.
bool PrepareFiles(const office::Config& config, const Town& town, time::Instant now,
                  secrets::Random& random);

// LoadTown, noting on disk that it is under way: a town that was interrupted half-way is refused
// with std::runtime_error by the next PrepareFiles.
void LoadIntoNewOffice(office::Office& office, const office::Config& config, const Town& town,
                       time::Instant now, uint64_t seed, secrets::Random& random);

// Writes kiosk-<id>.toml for every kiosk and desk.toml into the data folder. Under the cameras of
// the kiosks lies the id_card.jpg of `town_folder`, if there is one.
void WriteConfigs(const office::Config& config, const Town& town, int port,
                  const std::filesystem::path& town_folder);

}  // namespace chunhui::demo
