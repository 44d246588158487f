#include "kiosk/screens/listen.h"

#include <algorithm>
#include <vector>

#include "kiosk/screens/layout.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;

constexpr float kKeysShare = 0.36F;  // of an upright page's height
constexpr float kDisc = 40;

// Again, louder, slower, faster: in a row where height is short.
int KeyRows(const Ui& ui) { return kit::IsSmall(ui.panel()) && ui.landscape() ? 1 : 2; }

float KeysHeightLeast(const Ui& ui) {
  constexpr float kWithIconAbove = 49;
  return KeyRows(ui) == 1 ? kWithIconAbove : 2 * ui.space().second_button + ui.gap();
}

// As large as the sentence allows.
Role FittingRole(const Ui& ui, const std::string& words, const Box& box) {
  for (const Role role : {Role::kTitle, Role::kLabel, Role::kBody}) {
    if (ui.MeasureHeight(role, words, box.w) <= box.h) return role;
  }
  return Role::kSecond;
}

}  // namespace

Place ListenScreen::Draw(Ui& ui) {
  const kit::Words& words = ui.words();
  // Large words on a lying panel need all of its height for the sentence.
  const bool wide = !kit::IsSmall(ui.panel()) && ui.step() <= kit::kDefaultTextStep;
  const bool room = !ui.landscape() || wide;
  ui.Title(words.Text("listen.title"), room ? words.Text("listen.point") : std::string());
  Box page = ui.page();
  const Answers answers(ui, page,
                        {OtherAnswer("listen.stop", words.Text("listen.stop"), "volume_off"),
                         MainAnswer("listen.ok", words.Text("listen.ok"))},
                        {.targets_mm = KeysHeightLeast(ui) + ui.gap()});
  const float keys_h = std::max(page.h * kKeysShare, KeysHeightLeast(ui));
  const Box keys = page.TakeBottom(std::min(keys_h, ui.Reachable(page).h), ui.gap());
  DrawCaption(ui, page);
  DrawKeys(ui, keys);
  const std::string_view given = answers.Draw(ui);
  if (given.empty()) return Place::Here();
  voice_.Stop();
  if (given == "listen.stop") {
    kit::VoiceSettings settings = voice_.settings();
    settings.on = false;
    voice_.Set(settings);
  }
  return Place::Return();
}

void ListenScreen::DrawCaption(Ui& ui, const Box& box) const {
  const kit::Words& words = ui.words();
  const kit::Sentence* said = voice_.Current(ui.now_ms());
  const std::string caption = said ? said->words : words.Text("listen.over");
  Box inside = ui.Sheet(box);
  if (!voice_.audible()) {
    const std::string silent = words.Text("listen.silent");
    const float height = ui.MeasureHeight(Role::kSecond, silent, inside.w);
    ui.Text("listen.silent", inside.TakeBottom(height, ui.gap() / 2), silent,
            {.role = Role::kSecond, .align = kit::Align::kCenter, .tone = kit::Tone::kMuted});
  }
  const bool disc = !said && inside.h > 2 * kDisc;
  const Box room = disc ? Box{inside.x, inside.y, inside.w, inside.h - kDisc - ui.gap()} : inside;
  const Role role = FittingRole(ui, caption, room);
  const float words_h = ui.MeasureHeight(role, caption, inside.w);
  Box block = inside.Centered(inside.w, disc ? kDisc + ui.gap() + words_h : words_h);
  if (disc)
    ui.IconDisc(block.TakeTop(kDisc, ui.gap()).Centered(kDisc, kDisc), "volume_up", kit::Hue::kSea);
  ui.Text("listen.caption", block, caption,
          {.role = role, .align = kit::Align::kCenter, .personal = said != nullptr});
}

void ListenScreen::DrawKeys(Ui& ui, const Box& box) {
  const kit::Words& words = ui.words();
  const int rows = KeyRows(ui);
  const std::vector<Box> cells = box.Grid(4 / rows, rows, ui.gap());
  const auto key = [&](std::string_view id, size_t cell, std::string_view name, const char* icon,
                       bool enabled) {
    return ui.Button(id, cells[cell],
                     {.words = words.Text(name),
                      .icon = icon,
                      .kind = kit::ButtonKind::kSoft,
                      .icon_above = cells[cell].h > 40,
                      .enabled = enabled});
  };
  const kit::VoiceSettings& now = voice_.settings();
  const bool again = key("listen.again", 0, "listen.again", "replay", true);
  const bool loudest = voice_.loudest();
  const bool louder = key("listen.louder", 1, loudest ? "listen.softer" : "listen.louder",
                          loudest ? "volume_down" : "volume_up", true);
  const bool slower = key("listen.slower", 2, "listen.slower", "directions_walk",
                          now.syllables_per_minute > kit::kSyllablesMin);
  const bool faster = key("listen.faster", 3, "listen.faster", "directions_run",
                          now.syllables_per_minute < kit::kSyllablesMax);
  if (louder) voice_.Louder();
  if (slower) voice_.Slower();
  if (faster) voice_.Faster();
  if (again || louder || slower || faster) voice_.Again(ui.now_ms());
}

}  // namespace chunhui::screens
