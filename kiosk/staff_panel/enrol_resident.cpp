#include "kiosk/staff_panel/enrol_resident.h"

#include <algorithm>

#include "core/people/id_number.h"
#include "core/people/phone.h"
#include "kiosk/kit/words.h"
#include "kiosk/staff_panel/head.h"
#include "kiosk/visit/evidence.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kInputHeight = 30;
constexpr float kInputHeightSmall = 20;
constexpr float kKeysShareLying = 0.6F;
constexpr size_t kPhoneDigitsMax = 12;

}  // namespace

EnrolResident::~EnrolResident() {
  for (std::string* text : {&line_, &number_, &name_, &phone_}) {
    std::fill(text->begin(), text->end(), '\0');
  }
}

bool EnrolResident::TakeShown(const std::string& line) {
  const auto document = visit::ReadShownDocument(line);
  if (!document) return false;
  if (asking_) return true;
  line_ = line;
  number_ = document->number;
  name_ = document->name;
  hint_.clear();
  return true;
}

void EnrolResident::HandleKey(char key) {
  if (number_.empty() || asking_) return;
  hint_.clear();
  const bool digit = key >= '0' && key <= '9';
  if (key == '\b') {
    if (!phone_.empty()) phone_.pop_back();
  } else if (digit && phone_.size() < kPhoneDigitsMax) {
    phone_ += key;
  }
}

void EnrolResident::Register() {
  if (asking_) return;
  if (!phone_.empty() && !people::ReadPhone(phone_)) {
    hint_ = "who.fault.phone";
    return;
  }
  v1::RegisterResidentRequest request;
  request.mutable_resident()->set_name(name_);
  request.mutable_resident()->set_id_number(number_);
  request.mutable_resident()->set_phone(phone_);
  asking_ = true;
  office_.AskAsStaff(session_token_, office::kRegisterResident, std::move(request), guard_,
                     [this](const auto& outcome) { HandleAnswer(outcome); });
}

void EnrolResident::HandleAnswer(const office::Outcome<v1::RegisterResidentResponse>& outcome) {
  asking_ = false;
  // Somebody who is in the register already is welcome all the same.
  if (outcome.ok() || (outcome.refused() && outcome.reason() == v1::REASON_ALREADY_BOOKED)) {
    enrolled_ = line_;
  } else if (!outcome.refused()) {
    hint_ = "staff.away";
  } else if (outcome.reason() == v1::REASON_SESSION_ENDED) {
    session_ended_ = true;
  } else {
    hint_ = "staff.trouble";
  }
}

bool EnrolResident::Draw(Ui& ui) { return number_.empty() ? DrawCard(ui) : DrawPerson(ui); }

bool EnrolResident::DrawCard(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.enrol"));
  const bool back = ui.Button("staff.enrol_back", TakeKeys(ui, page),
                              {.words = words.Text("staff.find.back"), .icon = "arrow_back"});
  ui.Status("staff.enrol_card", page, words.Text("staff.enrol.card"), "contactless");
  return !back;
}

bool EnrolResident::DrawPerson(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.enrol"));
  Box below = InColumns(ui) ? TakeKeys(ui, page) : Box{};
  if (asking_ || !hint_.empty()) {
    DrawHint(ui, InColumns(ui) ? below : page, words.Text(asking_ ? "answer.wait" : hint_));
  }
  Box keys = ui.landscape() ? page.TakeRight(page.w * kKeysShareLying, ui.gap()) : Box{};
  const std::string who = name_ + " · " + people::MaskIdNumber(number_);
  const float height = ui.MeasureHeight(Role::kBody, who, page.w);
  ui.Text("staff.who", page.TakeTop(height, kit::kGapMin), who,
          {.bold = true, .personal = true, .voice = name_});
  ui.Input("staff.typed",
           page.TakeTop(kit::IsSmall(ui.panel()) ? kInputHeightSmall : kInputHeight, kit::kGapMin),
           phone_, words.Text("staff.enrol.phone"));
  if (!InColumns(ui)) {
    below =
        page.TakeBottom(ui.landscape() ? 2 * kKeyHeight + kit::kGapMin : kKeyHeight, kit::kGapMin);
  }
  if (!ui.landscape()) keys = page;
  if (const char key = ui.Keypad("staff.key", keys); key != 0) HandleKey(key);
  const auto boxes = ui.landscape() ? below.Rows(2, kit::kGapMin) : below.Columns(2, ui.gap());
  const bool back = ui.Button("staff.enrol_back", boxes[0],
                              {.words = words.Text("staff.find.back"), .icon = "arrow_back"});
  if (ui.Button("staff.enrol_yes", boxes[1],
                {.words = words.Text("staff.enrol.yes"), .icon = "check", .enabled = !asking_})) {
    Register();
  }
  return !back;
}

}  // namespace chunhui::staff_panel
