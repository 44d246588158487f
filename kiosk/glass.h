// How large this kiosk's panel is, as it was measured on the glass: one small file in the kiosk's
// own folder.
#pragma once

#include <filesystem>
#include <optional>

namespace chunhui::kiosk {

// Nothing when it was never measured, or the file makes no sense.
std::optional<float> ReadPxPerMm(const std::filesystem::path& folder);
// On the disk when true. Makes the folder.
bool KeepPxPerMm(const std::filesystem::path& folder, float px_per_mm);

}  // namespace chunhui::kiosk
