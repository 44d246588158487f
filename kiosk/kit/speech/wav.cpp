#include "kiosk/kit/speech/wav.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace chunhui::kit {
namespace {

constexpr size_t kHeaderBytes = 44;
constexpr size_t kBytesMax = 64U << 20U;

uint32_t Number(const std::string& bytes, size_t at, int count) {
  uint32_t value = 0;
  for (int i = count; i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<size_t>(i)));
  }
  return value;
}

void Put(std::string& bytes, uint32_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

struct Format {
  int channels = 0;
  int rate = 0;
  int bits = 0;
  bool pcm = false;
};

// One channel, at our rate.
Samples Brought(const Samples& frames, const Format& format) {
  const auto channels = static_cast<size_t>(format.channels);
  const size_t count = frames.size() / channels;
  Samples mono(count);
  for (size_t i = 0; i < count; ++i) {
    int sum = 0;
    for (size_t c = 0; c < channels; ++c) sum += frames[i * channels + c];
    mono[i] = static_cast<int16_t>(sum / format.channels);
  }
  if (format.rate == kVoiceRate || count < 2) return mono;
  const double step = static_cast<double>(format.rate) / kVoiceRate;
  Samples brought(static_cast<size_t>(static_cast<double>(count - 1) / step));
  for (size_t i = 0; i < brought.size(); ++i) {
    const double at = static_cast<double>(i) * step;
    const auto before = static_cast<size_t>(at);
    const double part = at - static_cast<double>(before);
    brought[i] = static_cast<int16_t>(mono[before] * (1 - part) + mono[before + 1] * part);
  }
  return brought;
}

}  // namespace

std::optional<Samples> ReadWav(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto fail = [&file](const char* why) {
    return std::runtime_error(file.string() + ": " + why);
  };
  const bool riff = bytes.size() > 12 && bytes.size() < kBytesMax && bytes.starts_with("RIFF") &&
                    bytes.compare(8, 4, "WAVE") == 0;
  if (!riff) throw fail("is no WAV file");
  Format format;
  for (size_t at = 12; at + 8 <= bytes.size();) {
    const std::string name = bytes.substr(at, 4);
    const size_t size = std::min<size_t>(Number(bytes, at + 4, 4), bytes.size() - at - 8);
    at += 8;
    if (name == "fmt " && size >= 16) {
      format = {static_cast<int>(Number(bytes, at + 2, 2)),
                static_cast<int>(Number(bytes, at + 4, 4)),
                static_cast<int>(Number(bytes, at + 14, 2)), Number(bytes, at, 2) == 1};
    } else if (name == "data") {
      const bool ours = format.pcm && format.bits == 16 && format.rate >= 8000 &&
                        format.rate <= 192000 && (format.channels == 1 || format.channels == 2);
      if (!ours) throw fail("must be PCM, 16 bit, mono or stereo");
      Samples samples(size / 2);
      std::memcpy(samples.data(), bytes.data() + at, samples.size() * 2);
      return Brought(samples, format);
    }
    at += size + size % 2;
  }
  throw fail("has no sound in it");
}

void WriteWav(const std::filesystem::path& file, const Samples& samples) {
  const auto data_bytes = static_cast<uint32_t>(samples.size() * 2);
  std::string bytes = "RIFF";
  Put(bytes, static_cast<uint32_t>(kHeaderBytes - 8) + data_bytes, 4);
  bytes += "WAVEfmt ";
  Put(bytes, 16, 4);
  Put(bytes, 1, 2);
  Put(bytes, 1, 2);
  Put(bytes, kVoiceRate, 4);
  Put(bytes, kVoiceRate * 2, 4);
  Put(bytes, 2, 2);
  Put(bytes, 16, 2);
  bytes += "data";
  Put(bytes, data_bytes, 4);
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.write(reinterpret_cast<const char*>(samples.data()), data_bytes);
  if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace chunhui::kit
