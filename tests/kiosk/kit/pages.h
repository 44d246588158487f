// Sample pages of the kit's own: what the gallery shows and the tests walk through. They are no
// screens of the product.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/kit/stage.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

struct SamplePage {
  std::string name;
  void (*draw)(Ui& ui);
};

std::vector<SamplePage> SamplePages();
std::filesystem::path SampleWordsFolder();

}  // namespace chunhui::kit
