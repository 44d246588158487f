// kit_gallery DIR [NAME]: writes the sample pages as pictures at every text step and both ways up.
#include <cstdio>
#include <string>

#include "tests/kiosk/kit/pages.h"

using namespace chunhui::kit;

namespace {

void Write(Stage& stage, const Words& words, const SamplePage& page,
           const std::filesystem::path& to) {
  stage.Frame(words, 0, page.draw);
  stage.WritePng(to);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::puts("usage: kit_gallery DIR [NAME]"), 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  for (const char* language : {"zh-CN", "en"}) {
    const Words words = Words::Load(SampleWordsFolder(), language);
    for (const Panel& panel : {kPortraitPanel, kLandscapePanel}) {
      for (const ThemeName theme :
           {ThemeName::kWarm, ThemeName::kDark, ThemeName::kContrast, ThemeName::kQuiet}) {
        for (int step = 0; step < kTextSteps; ++step) {
          for (const SamplePage& page : SamplePages()) {
            if (argc > 2 && page.name != argv[2]) continue;
            Stage stage(panel);
            stage.SetLook({theme, step, false});
            const std::string name = page.name + "-" + language + (panel.portrait() ? "-p" : "-l") +
                                     std::to_string(step) + "-" + std::string(NameOf(theme)) +
                                     ".png";
            Write(stage, words, page, folder / name);
          }
        }
      }
    }
  }
}
