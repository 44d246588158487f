// chunhui-shots: paints every example into PNG files with a page to leaf through.
// Not part of the kiosk.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>

#include "kiosk/app/examples/every_state.h"
#include "kiosk/screens/examples/gallery.h"

namespace {

using namespace chunhui;

using Choice = std::set<std::string>;

struct Wish {
  std::filesystem::path folder;
  std::string only;   // part of an example's name; empty for all
  bool plain = true;  // nothing was chosen: the usual look, and all that differs in one thing
  Choice steps{"1"};
  Choice languages{"zh-CN"};
  Choice themes{"warm"};
  Choice panels{"portrait"};
  Choice modes{"normal"};
  Choice touched{"not"};
  kit::Panel upright = kit::kPortraitPanel;
};

// One way a state may look.
struct Way {
  std::string theme = "warm";
  int step = kit::kDefaultTextStep;
  std::string language = "zh-CN";
  bool lying = false;
  bool low = false;
  std::string touched = "not";
};

int Usage(std::ostream& out, int code) {
  out << "chunhui-shots DIR [--only PART] [--steps 0123] [--languages zh-CN,en]\n"
         "              [--themes warm,dark,contrast,quiet] [--panels portrait,landscape]\n"
         "              [--modes normal,low] [--inches 15.6|21.5|27|32]\n"
         "              [--touched not,pressed,focused]\n"
         "Paints every state of every screen into DIR/*.png and writes DIR/index.html.\n"
         "Without options: text step 1, Chinese, warm, upright, and each other step, theme,\n"
         "language, panel and mode by itself. With options: all their combinations.\n";
  return code;
}

Choice Split(const std::string& text) {
  Choice parts;
  for (size_t from = 0; from <= text.size();) {
    const size_t comma = std::min(text.find(',', from), text.size());
    parts.insert(text.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

Choice Letters(const std::string& text) {
  Choice letters;
  for (const char letter : text) letters.insert(std::string(1, letter));
  return letters;
}

// False for a wrong command line.
bool Read(int argc, char** argv, Wish& wish) {
  const std::map<std::string, Choice*> choices{
      {"--steps", &wish.steps},   {"--languages", &wish.languages}, {"--themes", &wish.themes},
      {"--panels", &wish.panels}, {"--modes", &wish.modes},         {"--touched", &wish.touched}};
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word.rfind("--", 0) != 0) {
      wish.folder = word;
      continue;
    }
    if (++i == argc) return false;
    const std::string value = argv[i];
    if (word == "--inches") {
      const auto panel = kit::PanelOfInches(value);
      if (!panel) return false;
      wish.upright = *panel;
      continue;
    }
    if (word == "--only") {
      wish.only = value;
      continue;
    }
    const auto choice = choices.find(word);
    if (choice == choices.end()) return false;
    *choice->second = word == "--steps" ? Letters(value) : Split(value);
    wish.plain = false;
  }
  return !wish.folder.empty();
}

std::vector<Way> EachDifference() {
  std::vector<Way> ways{{}};
  for (const int step : {0, 2, 3}) ways.push_back({.step = step});
  for (const char* theme : {"dark", "contrast", "quiet"}) ways.push_back({.theme = theme});
  ways.push_back({.language = "en"});
  ways.push_back({.lying = true});
  ways.push_back({.low = true});
  ways.push_back({.step = 3, .language = "en"});
  ways.push_back({.step = 3, .lying = true});
  ways.push_back({.step = 3, .low = true});
  return ways;
}

std::vector<Way> WaysOf(const Wish& wish) {
  if (wish.plain) return EachDifference();
  std::vector<Way> ways;
  for (const std::string& language : wish.languages) {
    for (const std::string& panel : wish.panels) {
      for (const std::string& mode : wish.modes) {
        for (const std::string& theme : wish.themes) {
          for (const std::string& step : wish.steps) {
            for (const std::string& touched : wish.touched) {
              ways.push_back(
                  {theme, std::stoi(step), language, panel == "landscape", mode == "low", touched});
            }
          }
        }
      }
    }
  }
  return ways;
}

std::filesystem::path WordsFolder() {
  if (const char* folder = std::getenv("CHUNHUI_ASSETS")) {
    return std::filesystem::path(folder) / "words";
  }
  return std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words";
}

// A finger on the main answer, or on the first that can be tapped; or the tactile keys' ring there.
void TouchMain(kit::Stage& stage, bool by_finger) {
  const std::vector<kit::Item>& items = stage.record().items;
  const auto can = [](const kit::Item& item) {
    return item.role == kit::ItemRole::kButton && item.enabled;
  };
  auto target = std::ranges::find_if(items, [&](const auto& item) { return item.main; });
  if (target == items.end()) target = std::ranges::find_if(items, can);
  if (target == items.end()) return;
  if (by_finger) {
    const float px_per_mm = stage.panel().px_per_mm;
    return stage.HandleTouch({1, kit::TouchKind::kDown, target->box.center_x() * px_per_mm,
                              target->box.center_y() * px_per_mm, 0});
  }
  const std::string id = target->id;
  stage.BeginWalk();
  for (size_t i = 0; i < items.size() && stage.walk().at() != id; ++i) stage.WalkOn(1);
}

class Painting {
 public:
  explicit Painting(const Wish& wish) : wish_(wish), ways_(WaysOf(wish)) {
    std::filesystem::create_directories(wish.folder);
    words_.emplace("zh-CN", kit::Words::Load(WordsFolder(), "zh-CN"));
    for (const Way& way : ways_) {
      words_.emplace(way.language, kit::Words::Load(WordsFolder(), way.language));
    }
  }

  void Paint(const app::State& state, const std::filesystem::path& scratch) {
    const app::Drawing draw = state.open(words_.at("zh-CN"), scratch / state.name);
    for (const Way& way : ways_) {
      kit::Stage& stage = way.lying ? lying_ : upright_;
      stage.SetLook({.theme = kit::ThemeFromName(way.theme).value_or(kit::ThemeName::kWarm),
                     .text_step = way.step,
                     .low_mode = way.low});
      const auto show = [&] {
        while (stage.Frame(words_.at(way.language), 0, draw)) {
        }
      };
      show();
      if (way.touched != "not") {
        TouchMain(stage, way.touched == "pressed");
        show();
      }
      const std::string panel = way.lying ? "lying" : "upright";
      const std::string file = state.name + "-" + panel + "-" + way.language + "-" + way.theme +
                               "-" + std::to_string(way.step) + (way.low ? "-low" : "") +
                               (way.touched == "not" ? "" : "-" + way.touched) + ".png";
      stage.WritePng(wish_.folder / file);
      if (way.touched != "not") stage.Forget();
      pictures_.push_back(
          {file, state.name, way.language, way.theme, way.step, panel, way.low ? "low" : "normal"});
    }
  }

  const std::vector<screens::GalleryPicture>& pictures() const { return pictures_; }

 private:
  const Wish& wish_;
  const std::vector<Way> ways_;
  std::map<std::string, kit::Words> words_;
  kit::Stage upright_{wish_.upright};
  kit::Stage lying_{kit::Turned(wish_.upright)};
  std::vector<screens::GalleryPicture> pictures_;
};

void PaintAll(const Wish& wish) {
  const auto scratch = std::filesystem::temp_directory_path() /
                       ("chunhui-shots-" + std::to_string(std::random_device()()));
  Painting painting(wish);
  for (const app::State& state : app::EveryState(WordsFolder())) {
    if (state.name.find(wish.only) != std::string::npos) painting.Paint(state, scratch);
  }
  std::filesystem::remove_all(scratch);
  screens::WriteGallery(wish.folder, painting.pictures());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--help") return Usage(std::cout, 0);
  Wish wish;
  try {
    if (!Read(argc, argv, wish)) return Usage(std::cerr, 2);
    PaintAll(wish);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-shots: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
