// How finding a resident looks.
#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/staff_panel/find_resident.h"
#include "kiosk/staff_panel/head.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::ButtonKind;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kFieldHeight = 22;
constexpr float kKeysShareLying = 0.62F;
constexpr float kKeysShareInColumns = 0.65F;

struct Why {
  const char* word;
  const char* reason;  // as the audit keeps it
};
constexpr Why kWhys[] = {{"staff.why.forgot", "忘带卡"},
                         {"staff.why.lost", "卡丢了"},
                         {"staff.why.broken", "卡刷不出来"},
                         {"staff.why.number", "不记得号码"}};
constexpr Why kCardWhys[] = {{"staff.why.lost", "卡丢了"},
                             {"staff.why.broken", "卡刷不出来"},
                             {"staff.why.first", "领第一张卡"},
                             {"staff.why.family", "家里人要二维码"}};
static_assert(std::size(kWhys) == std::size(kCardWhys));

std::string RowLine(const Words& words, const v1::ResidentRow& row) {
  const std::string age = words.Text("staff.age", {{"years", row.age_years()}});
  return row.building().empty() ? age : age + " · " + row.building();
}

}  // namespace

bool FindResident::Draw(Ui& ui) {
  if (chosen_) return DrawWhy(ui);
  return people_ ? DrawPeople(ui) : DrawFind(ui);
}

std::string FindResident::HintWords(const Words& words) const {
  if (asking_) return words.Text("answer.wait");
  return hint_.empty() ? std::string() : words.Text(hint_);
}

bool FindResident::DrawFind(Ui& ui) {
  constexpr std::array<const char*, kFields> kHints{"staff.find.name_hint", "staff.find.house_hint",
                                                    "staff.find.age_hint"};
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.find"));
  Box below = InColumns(ui) ? TakeKeys(ui, page) : Box{};
  Box keys = ui.landscape()
                 ? page.TakeRight(page.w * (InColumns(ui) ? kKeysShareInColumns : kKeysShareLying),
                                  ui.gap())
                 : Box{};
  Box& told = InColumns(ui) ? below : page;
  if (hint_.empty() && !asking_) {
    const std::string how = words.Text(kHints[field_]);
    const float height = ui.MeasureHeight(Role::kBody, how, told.w);
    ui.Text("staff.how", told.TakeTop(height, kit::kGapMin), how);
  } else {
    DrawHint(ui, told, HintWords(words));
  }
  DrawFields(ui, ui.landscape() ? page.TakeTop(3 * kFieldHeight + 2 * kit::kGapMin)
                                : page.TakeTop(kFieldHeight, kit::kGapMin));
  if (!ui.landscape()) keys = page;
  if (!InColumns(ui)) below = keys.TakeBottom(kKeyHeight, kit::kGapMin);
  const char key = field_ == kName ? ui.Letters("staff.key", keys) : ui.Keypad("staff.key", keys);
  if (key != 0) HandleKey(key);
  return DrawFindKeys(ui, below);
}

std::string FindResident::FieldWords(const Words& words, Field field) const {
  constexpr std::array<const char*, kFields> kLabels{"staff.find.name", "staff.find.house",
                                                     "staff.find.age"};
  const std::string& typed = typed_[field];
  if (typed.empty()) return words.Text(kLabels[field]);
  if (field == kHouse) return words.Text("staff.house", {{"number", typed}});
  return field == kAge ? words.Text("staff.age", {{"years", typed}}) : typed;
}

void FindResident::DrawFields(Ui& ui, Box row) {
  constexpr std::array<const char*, kFields> kIds{"staff.field.name", "staff.field.house",
                                                  "staff.field.age"};
  const auto boxes =
      ui.landscape() ? row.Rows(kFields, kit::kGapMin) : row.Columns(kFields, kit::kGapMin);
  for (const Field field : {kName, kHouse, kAge}) {
    if (ui.Button(kIds[field], boxes[field],
                  {.words = FieldWords(ui.words(), field),
                   .kind = ButtonKind::kSoft,
                   .enabled = field != field_})) {
      field_ = field;
    }
  }
}

bool FindResident::DrawFindKeys(Ui& ui, Box row) {
  const Words& words = ui.words();
  std::vector<Box> boxes = row.Columns(3, kit::kGapMin);
  if (InColumns(ui)) {
    const auto rows = row.Rows(2, kit::kGapMin);
    boxes = rows[1].Columns(2, kit::kGapMin);
    boxes.push_back(rows[0]);
  }
  const bool back =
      ui.Button("staff.find_back", boxes[0], {.words = words.Text("staff.find.back")});
  if (ui.Button("staff.enrol", boxes[1], {.words = words.Text("staff.enrol")})) enrol_ = true;
  if (ui.Button(
          "staff.look", boxes[2],
          {.words = words.Text("staff.find.look"), .enabled = anything_typed() && !asking_})) {
    Look();
  }
  return !back;
}

bool FindResident::DrawPeople(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.people"));
  const Box back = TakeKeys(ui, page);
  DrawHint(ui, page, HintWords(words));
  if (ui.Button("staff.find_back", back,
                {.words = words.Text("staff.find.again"), .icon = "arrow_back"})) {
    people_.reset();
    return true;
  }
  std::vector<kit::CardLook> cards;
  for (const v1::ResidentRow& row : *people_) {
    cards.push_back({.icon = "person",
                     .hue = kit::Hue::kPine,
                     .title = row.masked_name(),
                     .lines = {RowLine(words, row), row.masked_id_number()},
                     .arrow = true,
                     .personal = true,
                     .voice = row.masked_name() + " " + RowLine(words, row)});
  }
  const int tapped = screens::DrawCards(ui, "staff.person", page, cards, page_);
  if (tapped >= 0) chosen_ = (*people_)[static_cast<size_t>(tapped)];
  return true;
}

bool FindResident::DrawWhy(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.why"));
  const Box back = TakeKeys(ui, page);
  DrawHint(ui, page, HintWords(words));
  const std::string who = chosen_->masked_name() + " · " + RowLine(words, *chosen_);
  const float height = ui.MeasureHeight(Role::kBody, who, page.w);
  ui.Text("staff.who", page.TakeTop(height, ui.gap()), who, {.personal = true});
  if (ui.Button("staff.find_back", back,
                {.words = words.Text("staff.people"), .icon = "arrow_back"})) {
    chosen_.reset();
    hint_.clear();
    return true;
  }
  const auto boxes = TakeFourChoices(page);
  const auto& whys = purpose_ == FindFor::kVisit ? kWhys : kCardWhys;
  for (size_t i = 0; i < std::size(whys); ++i) {
    if (ui.Button(
            "staff.why." + std::to_string(i + 1), boxes[i],
            {.words = words.Text(whys[i].word), .kind = ButtonKind::kSoft, .enabled = !asking_})) {
      GoOn(whys[i].reason);
    }
  }
  return true;
}

}  // namespace chunhui::staff_panel
