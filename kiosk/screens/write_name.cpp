#include "kiosk/screens/write_name.h"

#include <algorithm>
#include <cmath>

#include "kiosk/kit/words.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::ButtonKind;
using kit::Ui;

constexpr float kSheetMost = 190;
constexpr float kUndoShare = 0.48F;  // of the row of what is written, where height is short
constexpr float kDoneShare = 0.62F;
constexpr int kShown = 10;
constexpr size_t kNameMin = 2;
constexpr size_t kNameMax = 6;

struct Sizes {
  float sheet_least = 120;
  float typed = 26;
  float key = 30;
  float done = 30;
  float character = 30;
  bool keys_in_a_row = false;
};

Sizes SizesOf(const Ui& ui) {
  if (!kit::IsSmall(ui.panel())) return {};
  if (ui.landscape()) return {90, 22, 28, 28, 21, true};
  return {70, 22, 21, 26, 22};
}

float KeysHeight(const Ui& ui) {
  const Sizes sizes = SizesOf(ui);
  return sizes.keys_in_a_row ? sizes.key : sizes.key + ui.gap() + sizes.done;
}

float CharactersHeight(const Ui& ui) { return 2 * SizesOf(ui).character + ui.gap(); }

std::string StrokeLine(const std::vector<kit::WrittenLine>& lines) {
  std::string text = "? " + std::to_string(lines.size());
  const auto add = [&text](float mm) {
    constexpr float kTenths = 10;
    text.append(1, ' ').append(std::to_string(std::lround(mm * kTenths)));
  };
  for (const kit::WrittenLine& line : lines) {
    text.append(1, ' ').append(std::to_string(line.size()));
    for (const kit::Spot& spot : line) {
      add(spot.x);
      add(spot.y);
    }
  }
  return text;
}

}  // namespace

WriteNameScreen::WriteNameScreen(devices::Handwriting& handwriting, visit::Visit& visit,
                                 office::Client& office)
    : handwriting_(handwriting), visit_(visit) {
  // Without an answer the strokes and the usual surnames decide.
  office.Ask(office::kGetNameCharacters, {}, guard_,
             [this](const office::Outcome<v1::GetNameCharactersResponse>& outcome) {
               if (outcome.ok()) order_.Learn(outcome.value());
             });
}

WriteNameScreen::~WriteNameScreen() {
  ClearSheet();
  handwriting_.Close();
}

Place WriteNameScreen::Draw(Ui& ui) {
  TakeReading();
  const kit::Words& words = ui.words();
  ui.Title(words.Text(name_.empty() ? "name.surname" : "name.next"));
  Box page = ui.page();
  if (ui.landscape()) {
    Box sheet = page.TakeLeft(std::min(page.h, kSheetMost), ui.gap());
    DrawSheet(ui, sheet.TakeTop(sheet.w));
  }
  Box written = page.TakeTop(SizesOf(ui).typed, ui.gap());
  Box keys = page.TakeBottom(KeysHeight(ui), ui.gap());
  Box done;
  Box undo;
  if (SizesOf(ui).keys_in_a_row) {
    undo = written.TakeRight(written.w * kUndoShare, ui.gap());
    done = keys.TakeRight(keys.w * kDoneShare, ui.gap());
  } else {
    done = keys.TakeBottom(SizesOf(ui).done, ui.gap());
    undo = keys.TakeRight((keys.w - ui.gap()) / 2, ui.gap());
  }
  DrawWritten(ui, written);
  if (!ui.landscape()) {
    const float side = std::clamp(page.h - CharactersHeight(ui) - ui.gap(), SizesOf(ui).sheet_least,
                                  std::min(page.w, kSheetMost));
    const Box row = page.TakeTop(side, ui.gap());
    DrawSheet(ui, row.Centered(side, side));
  }
  DrawCharacters(ui, ui.Reachable(page));
  return DrawKeys(ui, keys, undo, done);
}

void WriteNameScreen::TakeReading() {
  if (auto characters = handwriting_.Take()) {
    unreadable_ = characters->empty();
    characters_ = order_.Order(std::move(*characters), Name());
    if (characters_.size() > kShown) characters_.resize(kShown);
  }
}

void WriteNameScreen::DrawWritten(Ui& ui, const Box& box) {
  ui.Input("name.written", box, Name(), ui.words().Text("name.written"));
}

void WriteNameScreen::DrawSheet(Ui& ui, Box box) {
  if (ui.WritingSheet("name.sheet", box, ui.words().Text("name.here"), lines_)) AskWhatItIs();
}

void WriteNameScreen::DrawCharacters(Ui& ui, const Box& box) {
  if (characters_.empty()) {
    const char* key = lines_.empty() ? "name.pick"
                      : unreadable_  ? "name.unreadable"
                                     : "name.reading";
    ui.Text("name.hint", box, ui.words().Text(key));
    return;
  }
  const int rows = 2;
  const Box grid{box.x, box.y, box.w, std::min(box.h, CharactersHeight(ui))};
  const int index = ui.Characters("name.key", grid, characters_, kShown / rows, rows);
  if (index >= 0) Choose(static_cast<size_t>(index));
}

Place WriteNameScreen::DrawKeys(Ui& ui, const Box& clear, const Box& undo, const Box& done) {
  const kit::Words& words = ui.words();
  const bool icons = !SizesOf(ui).keys_in_a_row;
  if (ui.Button("name.clear", clear,
                {.words = words.Text("name.clear"),
                 .icon = icons ? "refresh" : "",
                 .enabled = !lines_.empty()})) {
    ClearSheet();
  }
  if (ui.Button("name.undo", undo,
                {.words = words.Text("name.undo"),
                 .icon = icons ? "backspace" : "",
                 .enabled = !name_.empty()})) {
    name_.pop_back();
    ClearSheet();
  }
  if (!ui.Button("name.done", done,
                 {.words = words.Text("name.done"),
                  .icon = icons ? "check" : "",
                  .kind = ButtonKind::kMain,
                  .enabled = name_.size() >= kNameMin})) {
    return Place::Here();
  }
  visit_.WriteName(Name());
  return Place::To(ScreenName::kHelp, "card");
}

void WriteNameScreen::AskWhatItIs() {
  characters_.clear();
  unreadable_ = false;
  handwriting_.Ask(StrokeLine(lines_));
}

void WriteNameScreen::ClearSheet() {
  lines_.clear();
  unreadable_ = false;
  characters_.clear();
}

void WriteNameScreen::Choose(size_t index) {
  if (name_.size() < kNameMax) name_.push_back(characters_[index]);
  ClearSheet();
}

std::string WriteNameScreen::Name() const {
  std::string name;
  for (const std::string& character : name_) name += character;
  return name;
}

Place WriteNameScreen::Back() {
  if (!lines_.empty()) {
    ClearSheet();
    return Place::Here();
  }
  if (name_.empty()) return Place::Return();
  name_.pop_back();
  return Place::Here();
}

}  // namespace chunhui::screens
