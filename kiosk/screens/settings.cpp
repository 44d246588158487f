#include "kiosk/screens/settings.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/look_words.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Ui;
using kit::Words;

constexpr size_t kInOneColumnMax = 4;
constexpr float kRowHeightMax = 76;
constexpr float kTileHeightMax = 100;

// Equal choices below each other, or two by two: lying, and where there are many.
std::vector<Box> ChoiceBoxes(const Ui& ui, size_t count) {
  Box page = ui.Reachable(ui.page());
  const int columns = ui.landscape() || count > kInOneColumnMax ? 2 : 1;
  const int rows = (static_cast<int>(count) + columns - 1) / columns;
  const float most = kRowHeightMax * static_cast<float>(rows) + ui.gap() * static_cast<float>(rows);
  if (!ui.landscape() && page.h > most) page = page.TakeTop(most);
  return page.Grid(columns, rows, ui.gap());
}

kit::ButtonLook ChoiceLook(const Words& words, std::string name, bool chosen) {
  kit::ButtonLook look{.words = std::move(name), .kind = kit::ButtonKind::kPlain};
  if (chosen) {
    look.icon = "check_circle";
    look.second = words.Text("settings.chosen");
  }
  return look;
}

struct Tile {
  std::string_view id;
  kit::TileLook look;
};

std::vector<Tile> TilesOf(const Words& words, const visit::Wishes& wishes) {
  const v1::Preferences& now = wishes.now;
  std::vector<Tile> tiles{
      {"settings.size",
       {.words = words.Text("settings.size"),
        .second = SizeName(words, now.text_step()),
        .icon = "text_fields"}},
      {"settings.theme",
       {.words = words.Text("settings.theme"),
        .second = ThemeWords(words, now.theme()),
        .icon = "palette",
        .hue = kit::Hue::kPlum}},
      {"settings.voice",
       {.words = words.Text("settings.voice"),
        .second = VoiceName(words, now.voice()),
        .icon = "volume_up",
        .hue = kit::Hue::kClay}},
      {"settings.language",
       {.words = words.Text("settings.language"),
        .second = words.Text("settings.language_more"),
        .icon = "language",
        .hue = kit::Hue::kSea}},
      {"settings.place",
       {.words = words.Text("settings.place"),
        .second = now.low_mode() ? LowName(words, true) : HandName(words, now.left_hand()),
        .icon = "touch_app",
        .hue = kit::Hue::kPine}}};
  if (!visit::Same(wishes.kept, {})) {
    tiles.push_back({"settings.forget",
                     {.words = words.Text("settings.forget"),
                      .second = words.Text("settings.forget_more"),
                      .icon = "undo",
                      .hue = kit::Hue::kBark}});
  }
  return tiles;
}

}  // namespace

std::string_view SettingsScreen::State() const {
  switch (page_) {
    case Page::kList:
      break;
    case Page::kSize:
      return "size";
    case Page::kTheme:
      return "theme";
    case Page::kVoice:
      return "voice";
    case Page::kPlace:
      return "place";
  }
  return {};
}

Place SettingsScreen::Back() {
  return std::exchange(page_, Page::kList) == Page::kList ? Place::Return() : Place::Here();
}

Place SettingsScreen::Draw(Ui& ui) {
  switch (page_) {
    case Page::kList:
      break;
    case Page::kSize:
      return DrawSizes(ui);
    case Page::kTheme:
      return DrawThemes(ui);
    case Page::kVoice:
      return DrawVoice(ui);
    case Page::kPlace:
      return DrawPlaces(ui);
  }
  return DrawList(ui);
}

Place SettingsScreen::DrawList(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(words.Text("settings.title"));
  const std::vector<Tile> tiles = TilesOf(words, wishes_);
  Box page = ui.Reachable(ui.page());
  const int columns = ui.landscape() ? 3 : 2;
  const int rows = (static_cast<int>(tiles.size()) + columns - 1) / columns;
  const float most = (kTileHeightMax + ui.gap()) * static_cast<float>(rows);
  if (!ui.landscape() && page.h > most) page = page.TakeTop(most);
  const std::vector<Box> boxes = page.Grid(columns, rows, ui.gap());
  std::vector<kit::TileLook> looks;
  for (const Tile& tile : tiles) looks.push_back(tile.look);
  ui.AlignTiles(looks, boxes.front());
  for (size_t i = 0; i < tiles.size(); ++i) {
    if (ui.Tile(tiles[i].id, boxes[i], tiles[i].look)) TapTile(tiles[i].id);
  }
  ui.AlignTiles({}, {});
  return Place::Here();
}

void SettingsScreen::TapTile(std::string_view id) {
  if (id == "settings.size") page_ = Page::kSize;
  if (id == "settings.theme") page_ = Page::kTheme;
  if (id == "settings.voice") page_ = Page::kVoice;
  if (id == "settings.place") page_ = Page::kPlace;
  if (id == "settings.forget") ForgetKept();
  if (id == "settings.language") {
    wishes_.now.set_language(wishes_.now.language() == "en" ? "zh-CN" : "en");
  }
}

Place SettingsScreen::DrawSizes(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(words.Text("settings.size"), words.Text("settings.at_once"));
  const auto boxes = ChoiceBoxes(ui, kit::kTextSteps);
  for (int step = 0; step < kit::kTextSteps; ++step) {
    const Box& box = boxes[static_cast<size_t>(step)];
    const bool chosen = step == wishes_.now.text_step();
    if (ui.Button("settings.size." + std::to_string(step), box,
                  ChoiceLook(words, SizeName(words, step), chosen))) {
      wishes_.now.set_text_step(step);
    }
  }
  return Place::Here();
}

// Each choice is painted in its own colours.
Place SettingsScreen::DrawThemes(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(words.Text("settings.theme"), words.Text("settings.at_once"));
  const auto boxes = ChoiceBoxes(ui, 4);
  for (size_t i = 0; i < boxes.size(); ++i) {
    const auto name = static_cast<kit::ThemeName>(i);
    const v1::Theme theme = WireOf(name);
    kit::ButtonLook look =
        ChoiceLook(words, ThemeWords(words, theme), theme == wishes_.now.theme());
    look.in_theme = name;
    if (ui.Button("settings.theme." + std::string(kit::NameOf(name)), boxes[i], look)) {
      wishes_.now.set_theme(theme);
    }
  }
  return Place::Here();
}

Place SettingsScreen::DrawVoice(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(words.Text("settings.voice"), words.Text("settings.voice_more"));
  const auto& dialects = voice_.dialects();
  const auto boxes = ChoiceBoxes(ui, dialects.empty() ? 2 : 3 + dialects.size());
  for (const bool on : {true, false}) {
    if (ui.Button(on ? "settings.voice.on" : "settings.voice.off", boxes[on ? 0 : 1],
                  ChoiceLook(words, VoiceName(words, on), on == voice_.settings().on))) {
      kit::VoiceSettings settings = voice_.settings();
      settings.on = on;
      voice_.Set(settings);
    }
  }
  if (dialects.empty()) return Place::Here();
  DrawDialect(ui, boxes[2], {});
  for (size_t i = 0; i < dialects.size(); ++i) DrawDialect(ui, boxes[3 + i], dialects[i]);
  return Place::Here();
}

void SettingsScreen::DrawDialect(Ui& ui, const Box& box, const kit::Dialect& dialect) {
  const std::string id = "settings.dialect." + (dialect.tag.empty() ? "standard" : dialect.tag);
  const bool chosen = dialect.tag == DialectChosen();
  if (!ui.Button(id, box, ChoiceLook(ui.words(), DialectWords(ui.words(), dialect), chosen))) {
    return;
  }
  kit::VoiceSettings settings = voice_.settings();
  settings.dialect = dialect.tag;
  voice_.Set(settings);
}

// Wishes from another kiosk may name a dialect that nobody has recorded here.
std::string SettingsScreen::DialectChosen() const {
  const std::string& wanted = voice_.settings().dialect;
  const auto& all = voice_.dialects();
  const bool here =
      std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.tag == wanted; });
  return here ? wanted : "";
}

Place SettingsScreen::DrawPlaces(Ui& ui) {
  const Words& words = ui.words();
  v1::Preferences& now = wishes_.now;
  ui.StandLow();
  ui.Title(words.Text("settings.place"), words.Text("settings.at_once"));
  Box page = ui.Reachable(ui.page());
  const float height = std::min((page.h - ui.gap()) / 2, kRowHeightMax);
  const auto hands = page.TakeTop(height, ui.gap()).Columns(2, ui.gap());
  for (const bool left : {true, false}) {
    if (ui.Button(left ? "settings.hand.left" : "settings.hand.right", hands[left ? 0 : 1],
                  ChoiceLook(words, HandName(words, left), left == now.left_hand()))) {
      now.set_left_hand(left);
    }
  }
  if (ui.landscape()) return Place::Here();  // everything is within reach
  const auto heights = page.TakeTop(height).Columns(2, ui.gap());
  for (const bool low : {false, true}) {
    if (ui.Button(low ? "settings.low.on" : "settings.low.off", heights[low ? 1 : 0],
                  ChoiceLook(words, LowName(words, low), low == now.low_mode()))) {
      now.set_low_mode(low);
    }
  }
  return Place::Here();
}

// The same as saying no to the question at goodbye: nothing is kept any more.
void SettingsScreen::ForgetKept() {
  v1::RecordConsentRequest request;
  request.set_purpose(v1::CONSENT_PURPOSE_PREFERENCES);
  request.set_text_version(visit::kKeepTextVersion);
  request.set_granted(false);
  office_.Tell(office::kRecordConsent, std::move(request));
  wishes_.kept.Clear();
  wishes_.answered = true;
}

}  // namespace chunhui::screens
