#include "kiosk/recognize/pictures/engine.h"

#include <tesseract/baseapi.h>

#include <stdexcept>
#include <vector>

namespace chunhui::recognize {

struct Engine::Api {
  tesseract::TessBaseAPI tesseract;
};

Engine::Engine(const char* allowed_characters) : api_(std::make_unique<Api>()) {
  // Dictionaries only pull numbers towards words.
  const std::vector<std::string> dictionaries = {"load_system_dawg", "load_freq_dawg",
                                                 "load_punc_dawg",   "load_number_dawg",
                                                 "load_bigram_dawg", "load_unambig_dawg"};
  const std::vector<std::string> off(dictionaries.size(), "0");
  tesseract::TessBaseAPI& api = api_->tesseract;
  if (api.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY, nullptr, 0, &dictionaries, &off, false)) {
    throw std::runtime_error("Tesseract's English model is missing (package tesseract-ocr-eng)");
  }
  api.SetVariable("debug_file", "/dev/null");
  api.SetVariable("tessedit_char_whitelist", allowed_characters);
  api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
}

Engine::~Engine() = default;

std::string Engine::ReadLine(const GreyView& line) {
  tesseract::TessBaseAPI& api = api_->tesseract;
  api.SetImage(line.pixels, line.width, line.height, 1, line.stride);
  api.SetSourceResolution(200);
  const std::unique_ptr<char[]> text(api.GetUTF8Text());
  api.Clear();
  return text ? text.get() : "";
}

}  // namespace chunhui::recognize
