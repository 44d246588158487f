// How the card desk looks.
#include <algorithm>
#include <array>

#include "kiosk/kit/words.h"
#include "kiosk/screens/layout.h"
#include "kiosk/staff_panel/card_desk.h"
#include "kiosk/staff_panel/card_words.h"
#include "kiosk/staff_panel/head.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::ButtonKind;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kCodeShareLying = 0.6F;

// What a card may be blocked for.
struct Why {
  const char* id;      // and word
  const char* reason;  // as the audit keeps it, and the list of cards
};
constexpr std::array<Why, 3> kWhys{{{"staff.card.lost", "卡丢了"},
                                    {"staff.card.broken", "卡坏了"},
                                    {"staff.card.unused", "不用了"}}};

}  // namespace

bool CardDesk::Draw(Ui& ui) {
  if (at_ == At::kCode) {
    if (!code_until_ms_) code_until_ms_ = ui.now_ms() + kCodeShownMs;
    ui.WakeAt(*code_until_ms_);
    if (ui.now_ms() >= *code_until_ms_) BackToCards();
  }
  if (unsure_) {
    DrawUnsure(ui);
  } else if (at_ == At::kCards) {
    return DrawCards(ui);
  } else if (at_ == At::kCard) {
    DrawCard(ui);
  } else if (at_ == At::kLay) {
    DrawLay(ui);
  } else {
    DrawCode(ui);
  }
  return true;
}

// Title and whose cards they are; answers the page below.
Box CardDesk::DrawTop(Ui& ui, const char* title) {
  Box page = DrawHead(ui, ui.words().Text(title));
  DrawWho(ui, page);
  return page;
}

void CardDesk::DrawWho(Ui& ui, Box& page) {
  if (!cards_) return;
  const std::string& who = cards_->masked_name();
  const float height = ui.MeasureHeight(Role::kLabel, who, page.w);
  ui.Text("staff.who", page.TakeTop(height, ui.gap() / 2), who,
          {.role = Role::kLabel, .personal = true});
}

std::string CardDesk::HintWords(const Words& words) const {
  if (asking_) return words.Text("answer.wait");
  return hint_.empty() ? std::string() : words.Text(hint_);
}

bool CardDesk::DrawBack(Ui& ui, Box& page) {
  return ui.Button("staff.cards_back", TakeKeys(ui, page),
                   {.words = ui.words().Text("staff.find.back"), .icon = "arrow_back"});
}

bool CardDesk::DrawCards(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawTop(ui, "staff.cards");
  DrawHint(ui, page, HintWords(words));
  const bool stays = DrawCardsKeys(ui, page);
  if (!cards_) return stays;
  if (cards_->cards().empty()) {
    ui.Status("staff.cards.none", page, words.Text("staff.cards.none"), "credit_card");
    return stays;
  }
  std::vector<kit::CardLook> rows;
  for (const v1::ResidentCard& card : cards_->cards()) rows.push_back(CardRow(words, card));
  const int tapped = screens::DrawCards(ui, "staff.card", page, rows, cards_page_);
  if (tapped >= 0 && !asking_) {
    chosen_ = cards_->cards(tapped);
    hint_.clear();
    at_ = At::kCard;
  }
  return stays;
}

bool CardDesk::DrawCardsKeys(Ui& ui, Box& page) {
  const Box below = TakeKeys(ui, page);
  const auto keys = InColumns(ui) ? below.Rows(3, kit::kGapMin) : below.Columns(3, kit::kGapMin);
  const auto key = [&](const char* id, const char* word, const Box& box, kit::ButtonKind kind,
                       bool enabled) {
    return ui.Button(id, box, {.words = ui.words().Text(word), .kind = kind, .enabled = enabled});
  };
  const bool back = key("staff.cards_back", "staff.find.back", keys[0], ButtonKind::kPlain, true);
  if (key("staff.cards.other", "staff.cards.other", keys[1], ButtonKind::kPlain, true)) {
    other_ = true;
  }
  if (key("staff.cards.bind", "staff.cards.bind", keys[2], ButtonKind::kMain, cards_ && !asking_)) {
    Lay(/*replaces=*/false);
  }
  return !back;
}

void CardDesk::DrawCard(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawTop(ui, "staff.cards");
  const bool back = DrawBack(ui, page);
  DrawHint(ui, page, HintWords(words));
  const kit::CardLook row = CardRow(words, chosen_);
  const std::string told = row.title + "\n" + row.lines.front();
  const float height = ui.MeasureHeight(Role::kBody, told, page.w);
  ui.Text("staff.card.told", page.TakeTop(height, ui.gap()), told,
          {.personal = true, .voice = row.voice});
  const bool plastic = chosen_.kind() == v1::CARD_KIND_UNSPECIFIED;
  const auto boxes = TakeFourChoices(page);
  size_t next = 0;
  const auto choice = [&](const char* id, ButtonKind kind) {
    return ui.Button(id, boxes[next++],
                     {.words = words.Text(id), .kind = kind, .enabled = !asking_});
  };
  if (plastic && choice("staff.card.replace", ButtonKind::kMain)) Lay(/*replaces=*/true);
  for (const Why& why : kWhys) {
    if (choice(why.id, ButtonKind::kSoft)) Block(why.reason);
  }
  if (back && !asking_) BackToCards();
}

void CardDesk::DrawLay(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawTop(ui, replaces_ ? "staff.card.replace" : "staff.cards.bind");
  DrawHint(ui, page, HintWords(words));
  const bool back = DrawBack(ui, page);
  const bool code =
      !replaces_ && ui.Button("staff.qr.make",
                              page.TakeBottom(InColumns(ui) ? kKeyHeight : kChoiceHeight, ui.gap()),
                              {.words = words.Text("staff.qr.make"),
                               .icon = "qr_code",
                               .second = InColumns(ui) ? "" : words.Text("staff.qr.what"),
                               .kind = ButtonKind::kSoft,
                               .enabled = !asking_});
  ui.Status("staff.cards.lay", page, words.Text("staff.cards.lay"), "contactless");
  if (code) return IssueQr();
  if (back && !asking_) BackToCards();
}

// The code is as large as the page allows: beside the words on a lying panel, else below them.
void CardDesk::DrawCode(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.qr"));
  Box code;
  if (ui.landscape()) code = page.TakeRight(std::min(page.h, page.w * kCodeShareLying), ui.gap());
  DrawWho(ui, page);
  const std::string told = words.Text("staff.qr.photo");
  const float height = ui.MeasureHeight(Role::kBody, told, page.w);
  ui.Text("staff.qr.photo", page.TakeTop(height, ui.gap() / 2), told);
  const bool done = ui.Button("staff.qr.done", page.TakeBottom(kKeyHeight, ui.gap()),
                              {.words = words.Text("staff.qr.done"), .icon = "check"});
  if (!ui.landscape()) code = page;
  ui.QrCode("staff.qr.code", code, code_.token(), words.Text("staff.qr"));
  if (done) BackToCards();
}

void CardDesk::DrawUnsure(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawTop(ui, "staff.cards");
  const bool back = DrawBack(ui, page);
  const bool again = ui.Button(
      "staff.cards.again", page.TakeBottom(kChoiceHeight, ui.gap()),
      {.words = words.Text("staff.cards.again"), .icon = "replay", .kind = ButtonKind::kMain});
  ui.Status("staff.cards.unsure", page, words.Text("staff.cards.unsure"), "cloud_off");
  if (again) return Send();
  if (back && !asking_) BackToCards();
}

}  // namespace chunhui::staff_panel
