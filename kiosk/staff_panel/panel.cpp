#include "kiosk/staff_panel/panel.h"

#include <utility>

#include "kiosk/kit/words.h"

namespace chunhui::staff_panel {
namespace {

constexpr float kStripAir = 3;
constexpr float kStripKeyWidth = 70;
constexpr float kStripKeyHeight = 50;  // as a column
// For the audit: whose cards they are stands beside, and staff need not say why.
constexpr const char* kBesideReason = "本人在旁边办卡";

}  // namespace

std::string_view NameOf(At at) {
  switch (at) {
    case At::kSignIn:
      return "sign_in";
    case At::kQueue:
      return "queue";
    case At::kDevice:
      return "device";
    case At::kFind:
      return "find";
    case At::kEnrol:
      return "enrol";
    case At::kCards:
      return "cards";
    case At::kStrip:
      return "strip";
  }
  return "";
}

Panel::Panel(office::Client& office, devices::Bell& bell, std::string badge)
    : office_(office),
      bell_(bell),
      sign_in_(office, std::move(badge),
               [this](const v1::SignInResponse& signed_in) { TakeSignedIn(signed_in); }) {}

Panel::~Panel() {
  if (!signed_in()) return;
  const office::Guard nobody;
  office_.AskAsStaff(session_token_, office::kSignOut, {}, nobody, {});
}

Page* Panel::Open() const {
  if (find_) return find_.get();
  if (cards_) return cards_.get();
  return enrol_.get();
}

void Panel::CloseOpen() {
  find_.reset();
  enrol_.reset();
  cards_.reset();
}

At Panel::at() const {
  if (!signed_in()) return At::kSignIn;
  if (find_) return At::kFind;
  if (enrol_) return At::kEnrol;
  if (cards_) return At::kCards;
  return at_device_ ? At::kDevice : At::kQueue;
}

std::string_view Panel::State() const {
  if (!signed_in()) return sign_in_.State();
  if (const Page* page = Open()) return page->State();
  return at_device_ ? "device" : queue_->State();
}

Wish Panel::Draw(kit::Ui& ui, const DeviceState& device) {
  if (session_ended()) LoseSession();
  if (!signed_in()) return sign_in_.Draw(ui) ? Wish::kNone : Wish::kClose;
  queue_->Keep(ui);
  FollowPages(device);
  if (Page* page = Open()) {
    if (!page->Draw(ui)) CloseOpen();
    return Wish::kNone;
  }
  if (at_device_) return DrawDeviceMenu(ui, device, at_device_);
  return Do(queue_->Draw(ui), device);
}

bool Panel::session_ended() const {
  if (!signed_in()) return false;
  const Page* page = Open();
  return queue_->session_ended() || (page != nullptr && page->session_ended());
}

void Panel::FollowPages(const DeviceState& device) {
  if (find_ && find_->TakeEnrol()) {
    CloseOpen();
    enrol_ = std::make_unique<EnrolResident>(office_, session_token_);
  } else if (auto chosen = find_ ? find_->TakeChosen() : std::nullopt) {
    CloseOpen();
    cards_ = std::make_unique<CardDesk>(office_, session_token_, std::move(*chosen));
  } else if (cards_ && cards_->TakeOther()) {
    CloseOpen();
    find_ = std::make_unique<FindResident>(office_, session_token_, FindFor::kCards);
  } else if (cards_ && cards_->of_visitor() && !device.visit_real) {
    CloseOpen();  // whose cards they are has gone
  }
}

Wish Panel::Do(Job job, const DeviceState& device) {
  switch (job) {
    case Job::kNone:
      return Wish::kNone;
    case Job::kFind:
      find_ = std::make_unique<FindResident>(office_, session_token_, FindFor::kVisit);
      return Wish::kNone;
    case Job::kCards:
      if (device.visit_real) {
        cards_ =
            std::make_unique<CardDesk>(office_, session_token_, CardDesk::Whose{{}, kBesideReason});
      } else {
        find_ = std::make_unique<FindResident>(office_, session_token_, FindFor::kCards);
      }
      return Wish::kNone;
    case Job::kAside:
      return Wish::kAside;
    case Job::kDevice:
      at_device_ = true;
      return Wish::kNone;
    case Job::kSignOut:
      return Wish::kClose;
  }
  return Wish::kNone;
}

Wish Panel::DrawStrip(kit::Ui& ui) {
  queue_->Keep(ui);
  const kit::Words& words = ui.words();
  ui.StandAnywhere();
  const bool column = ui.area().h > ui.area().w;
  kit::Box strip = column ? ui.page() : ui.area().Inset(ui.space().margin, kStripAir);
  const kit::Box out = column ? strip.TakeBottom(kStripKeyHeight, kit::kGapMin)
                              : strip.TakeRight(kStripKeyWidth, kit::kGapMin);
  if (column) strip = strip.TakeBottom(kStripKeyHeight);
  const bool open = ui.Button("staff.open", strip,
                              {.words = words.Text("staff.open", {{"who", called_}}),
                               .icon = "badge",
                               .kind = kit::ButtonKind::kSoft});
  if (ui.Button("staff.sign_out", out, {.words = words.Text("staff.sign_out")})) {
    return Wish::kClose;
  }
  return open ? Wish::kAside : Wish::kNone;
}

void Panel::HandleKey(char key) {
  if (!signed_in()) return sign_in_.HandleKey(key);
  if (Page* page = Open()) page->HandleKey(key);
}

bool Panel::TakeShown(const std::string& line) {
  Page* page = Open();
  return page != nullptr && page->TakeShown(line);
}

void Panel::TakeSignedIn(const v1::SignInResponse& signed_in) {
  session_token_ = signed_in.session_token();
  called_ = signed_in.account().called();
  queue_ = std::make_unique<Queue>(office_, bell_, session_token_, called_);
  FindNamed(std::move(written_name_));
}

// The office no longer knows who is signed in: everything is asked again.
void Panel::LoseSession() {
  CloseOpen();
  at_device_ = false;
  queue_.reset();
  session_token_.clear();
  sign_in_.AskAgain("staff.ended");
}

void Panel::FindNamed(std::string name) {
  written_name_ = std::move(name);
  if (!signed_in() || written_name_.empty()) return;
  find_ = std::make_unique<FindResident>(office_, session_token_, FindFor::kVisit);
  find_->LookFor(std::exchange(written_name_, {}));
}

std::vector<v1::Candidate> Panel::TakeNamed() {
  return find_ ? find_->TakeNamed() : std::vector<v1::Candidate>();
}

}  // namespace chunhui::staff_panel
