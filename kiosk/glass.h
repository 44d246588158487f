// What a kiosk knows of itself and keeps in its own folder, each in one small file: how large its
// panel is, as it was measured on the glass, and whether staff have taken it out of use.
#pragma once

#include <filesystem>
#include <optional>

namespace chunhui::kiosk {

// Nothing when it was never measured, or the file makes no sense.
std::optional<float> ReadPxPerMm(const std::filesystem::path& folder);
// On the disk when true. Makes the folder.
bool KeepPxPerMm(const std::filesystem::path& folder, float px_per_mm);

bool ReadTakenOut(const std::filesystem::path& folder);
// On the disk when true. Makes the folder.
bool KeepTakenOut(const std::filesystem::path& folder, bool taken_out);

}  // namespace chunhui::kiosk
