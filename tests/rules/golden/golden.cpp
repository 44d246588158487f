#include "tests/rules/golden/golden.h"

#include <algorithm>
#include <stdexcept>

#include "kiosk/screens/examples/examples.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

using kit::kLandscapePanel;
using kit::kPortraitPanel;
using kit::ThemeName;

const std::filesystem::path kSource = CHUNHUI_SOURCE_DIR;

}  // namespace

const std::vector<GoldenPicture>& GoldenPictures() {
  static const std::vector<GoldenPicture> pictures{
      {"idle", "idle", kPortraitPanel, "zh-CN", {}},
      {"who_lying", "who.card", kLandscapePanel, "zh-CN", {}},
      {"keypad_large", "who.id_number", kPortraitPanel, "zh-CN", {.text_step = 3}},
      {"is_this_you_dark", "is_this_you.one", kPortraitPanel, "zh-CN", {ThemeName::kDark}},
      {"home", "home", kPortraitPanel, "zh-CN", {}},
      {"dishes_contrast", "meals.dishes", kPortraitPanel, "zh-CN", {ThemeName::kContrast, 2}},
      {"confirm", "meals.confirm", kPortraitPanel, "zh-CN", {}},
      {"done_english", "meals.done", kLandscapePanel, "en", {}},
      {"events_quiet", "events.list", kPortraitPanel, "zh-CN", {ThemeName::kQuiet}},
      {"pension_small", "pension.status", kPortraitPanel, "zh-CN", {.text_step = 0}},
      {"mine_veiled", "mine.list", kPortraitPanel, "zh-CN", {.veiled = true}},
      {"emergency", "help.emergency", kPortraitPanel, "en", {ThemeName::kWarm, 2}},
  };
  return pictures;
}

std::filesystem::path GoldenFile(const GoldenPicture& golden) {
  return kSource / "tests/rules/golden" / (golden.name + ".png");
}

Picture PaintGolden(const GoldenPicture& golden) {
  const std::vector<screens::Example> examples = screens::Examples();
  const auto example = std::ranges::find(examples, golden.example, &screens::Example::name);
  if (example == examples.end()) throw std::logic_error("no example " + golden.example);
  const TemporaryFolder folder;
  const auto words = kit::Words::Load(kSource / "assets/words", golden.language);
  const auto chinese = kit::Words::Load(kSource / "assets/words", "zh-CN");
  screens::ExampleRoom room(*example, chinese, folder / "kiosk");
  kit::Stage stage(golden.panel);
  stage.SetLook(golden.look);
  while (stage.Frame(words, 0, [&](kit::Ui& ui) { room.Draw(ui); })) {
  }
  Picture picture{golden.panel.width_px, golden.panel.height_px, {}};
  picture.pixels.resize(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.height));
  stage.Paint({picture.pixels.data(), static_cast<size_t>(picture.width) * sizeof(uint32_t)});
  for (uint32_t& pixel : picture.pixels) pixel &= 0xFFFFFF;
  return picture;
}

std::optional<std::string> Check(const GoldenPicture& golden, const std::filesystem::path& folder) {
  const Picture painted = PaintGolden(golden);
  const std::optional<Picture> wanted = ReadPicture(GoldenFile(golden));
  const Difference difference = Compare(wanted.value_or(Picture()), painted);
  if (difference.pixels == 0) return std::nullopt;
  std::filesystem::create_directories(folder);
  WritePicture(folder / (golden.name + ".painted.png"), painted);
  if (!wanted) return golden.name + ": no picture " + GoldenFile(golden).string();
  const auto seen = folder / (golden.name + ".difference.png");
  WritePicture(seen, difference.seen);
  std::string told = golden.name + ": " + std::to_string(difference.pixels) + " pixels differ";
  if (difference.where) {
    const kit::Rect& where = *difference.where;
    told += " within " + std::to_string(where.w) + " x " + std::to_string(where.h) + " at " +
            std::to_string(where.x) + "," + std::to_string(where.y);
  }
  return told + ", see " + seen.string();
}

}  // namespace chunhui::tests
