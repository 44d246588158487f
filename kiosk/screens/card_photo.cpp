#include "kiosk/screens/card_photo.h"

#include "kiosk/screens/layout.h"

namespace chunhui::screens {
namespace {

using devices::CardAdvice;
using kit::Ui;
using kit::Words;
using State = devices::CardSeen::State;

// Of the question as it stands in the word files; counted up when its meaning changes.
constexpr const char* kTextVersion = "id-photo-1";
// So long one piece of advice stands, so that it can be read and followed.
constexpr int64_t kAdviceMs = 2000;

struct Said {
  const char* key;
  const char* icon;
};

Said SayingOf(CardAdvice advice) {
  switch (advice) {
    case CardAdvice::kNone:
      return {"photo.reading", "check_circle"};
    case CardAdvice::kShowCard:
      return {"photo.show", "credit_card"};
    case CardAdvice::kCloser:
      return {"photo.closer", "zoom_in"};
    case CardAdvice::kFarther:
      return {"photo.farther", "zoom_out"};
    case CardAdvice::kStraighter:
      return {"photo.straighter", "crop_rotate"};
    case CardAdvice::kMoreLight:
      return {"photo.light", "wb_sunny"};
    case CardAdvice::kGlare:
      return {"photo.glare", "flare"};
    case CardAdvice::kUpsideDown:
      return {"photo.upside_down", "rotate_right"};
    case CardAdvice::kHoldStill:
      return {"photo.still", "filter_center_focus"};
  }
  return {"photo.show", "credit_card"};
}

}  // namespace

std::string_view CardPhotoScreen::State() const {
  if (!agreed_) return "question";
  if (!trouble_.empty()) return "trouble";
  return asking_ ? "asking" : "looking";
}

Place CardPhotoScreen::Draw(Ui& ui) {
  const Words& words = ui.words();
  if (!agreed_) return DrawQuestion(ui);
  if (found_) return Place::To(ScreenName::kIsThisYou, {}, then_);
  if (!trouble_.empty()) return DrawTrouble(ui, trouble_);
  if (asking_) {
    DrawWaiting(ui, "photo.wait", words.Text("answer.wait"), words.Text("who.looking"));
    return Place::Here();
  }
  Follow(ui);
  return DrawLooking(ui);
}

Place CardPhotoScreen::DrawQuestion(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given = DrawTold(
      ui, "photo", words.Text("photo.question"),
      {.icon = "photo_camera", .words = words.Text("photo.what"), .more = words.Text("photo.kept")},
      {MainAnswer("photo.yes", words.Text("photo.yes")),
       OtherAnswer("photo.no", words.Text("photo.no"), "replay")});
  if (given == "photo.yes") Agree();
  return given == "photo.no" ? OtherWay() : Place::Here();
}

// The consent is told to the office once it is known whose it is; a no is nobody's and is not kept.
void CardPhotoScreen::Agree() {
  v1::RecordConsentRequest consent;
  consent.set_purpose(v1::CONSENT_PURPOSE_ID_PHOTO);
  consent.set_text_version(kTextVersion);
  consent.set_granted(true);
  visit_.Consented(std::move(consent));
  agreed_ = true;
  camera_.Open();
}

void CardPhotoScreen::Follow(Ui& ui) {
  if (auto news = camera_.Take()) seen_ = std::move(*news);
  if (seen_.state == State::kBroken) trouble_ = "photo.broken";
  if (seen_.state == State::kFound) Recognise(std::move(seen_.number));
  if (seen_.state != State::kLooking || seen_.advice == advice_) return;
  if (ui.now_ms() - said_ms_ < kAdviceMs) return ui.WakeAt(said_ms_ + kAdviceMs);
  advice_ = seen_.advice;
  said_ms_ = ui.now_ms();
}

Place CardPhotoScreen::DrawLooking(Ui& ui) {
  const Words& words = ui.words();
  const Said said = SayingOf(advice_);
  const std::string_view given =
      DrawTold(ui, "photo.look", words.Text("photo.title"),
               {.icon = said.icon,
                .hue = advice_ == CardAdvice::kNone ? kit::Hue::kPine : kit::Hue::kSea,
                .words = words.Text(said.key),
                .more = words.Text("photo.kept_brief")},
               {OtherAnswer("photo.other", words.Text("photo.other"), "replay"),
                HelpAnswer("photo.help", words.Text("answer.help"))});
  if (given == "photo.other") return OtherWay();
  return given == "photo.help" ? Place::To(ScreenName::kHelp, "card") : Place::Here();
}

Place CardPhotoScreen::DrawTrouble(Ui& ui, std::string_view key) {
  const Words& words = ui.words();
  const bool broken = key == "photo.broken";
  const std::string_view given =
      DrawTold(ui, "photo.trouble", words.Text(key),
               {.icon = broken ? "photo_camera" : "person_search",
                .hue = kit::Hue::kSea,
                .words = words.Text(broken ? "photo.broken_next" : "trouble.service_next")},
               {MainAnswer("photo.other", words.Text("photo.other"), "replay"),
                HelpAnswer("photo.help", words.Text("answer.help"))});
  if (given == "photo.other") return OtherWay();
  return given == "photo.help" ? Place::To(ScreenName::kHelp, "card") : Place::Here();
}

// The camera and its program are gone before the office is asked.
void CardPhotoScreen::Recognise(std::string number) {
  camera_.Close();
  seen_ = {};
  asking_ = true;
  v1::RecogniseRequest request;
  request.set_document_number(std::move(number));
  office_.Ask(office::kRecognise, std::move(request), guard_,
              [this](const auto& outcome) { HandleAnswer(outcome); });
}

void CardPhotoScreen::HandleAnswer(const office::Outcome<v1::RecogniseResponse>& outcome) {
  asking_ = false;
  if (outcome.ok()) {
    const auto& candidates = outcome.value().candidates();
    visit_.Offer({candidates.begin(), candidates.end()}, {});
    found_ = true;
  } else if (!outcome.refused()) {
    trouble_ = "trouble.away";
  } else if (outcome.reason() == v1::REASON_TOO_MANY_TRIES) {
    trouble_ = "who.tries";
  } else if (outcome.reason() == v1::REASON_RESIDENT_CLOSED) {
    trouble_ = "who.closed";
  } else {
    trouble_ = "who.not_found";
  }
}

}  // namespace chunhui::screens
