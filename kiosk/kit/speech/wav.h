// Sound files: what prompts are. Mono, 16 bit, in memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace chunhui::kit {

constexpr int kVoiceRate = 22050;  // samples a second, everywhere in the voice
using Samples = std::vector<int16_t>;

// A PCM file of 16 bits, mono or stereo, of any rate, brought to ours. Nothing when there is no
// such file; throws std::runtime_error naming the file when it is something else.
std::optional<Samples> ReadWav(const std::filesystem::path& file);
// Throws std::runtime_error.
void WriteWav(const std::filesystem::path& file, const Samples& samples);

}  // namespace chunhui::kit
