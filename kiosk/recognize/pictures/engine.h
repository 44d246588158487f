// Tesseract with its English model, for lines of digits. The only home of tesseract/.
#pragma once

#include <memory>
#include <string>

#include "kiosk/recognize/pictures/grey_view.h"

namespace chunhui::recognize {

// One engine for many lines: starting takes half a second. Not for two threads at once.
class Engine {
 public:
  // Throws std::runtime_error when the model is missing.
  explicit Engine(const char* allowed_characters);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // One line of text, dark on light; what Tesseract says, unchecked.
  std::string ReadLine(const GreyView& line);

 private:
  struct Api;
  std::unique_ptr<Api> api_;
};

}  // namespace chunhui::recognize
