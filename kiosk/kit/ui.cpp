// Frames, areas, pages of things: all of Ui that is neither words, nor tapped, nor a picture.
#include "kiosk/kit/ui.h"

#include <algorithm>

#include "kiosk/kit/bar.h"
#include "kiosk/kit/frame.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {
namespace {

constexpr float kReachShare = 0.6F;  // of an upright panel in low mode

struct PageKeys {
  ButtonLook previous;
  ButtonLook next;
  float width_mm = 0;
};

// The two keys share what "9 / 9" leaves between them, and lose their arrows before their words
// wrap.
PageKeys PageKeysFor(const Ui& ui, float width_mm) {
  constexpr float kSlack = 4;
  constexpr float kLessSlack = 0.8F;
  constexpr float kPadding = 10;
  constexpr float kArrowAndPadding = 1.6F;  // of em
  const std::string widest = ui.words().Text("page.of", {{"page", 9}, {"pages", 9}});
  const float middle = std::min(ui.MeasureWidth(Role::kLabel, widest) + kSlack, width_mm / 3);
  PageKeys keys{{.words = ui.words().Text("page.previous"), .icon = "arrow_back"},
                {.words = ui.words().Text("page.next"), .icon = "arrow_forward"},
                (width_mm - middle - 2 * kGapMin) / 2};
  const float words = std::max(ui.MeasureWidth(Role::kLabel, keys.previous.words),
                               ui.MeasureWidth(Role::kLabel, keys.next.words));
  if (words + kPadding > keys.width_mm) keys.width_mm += (kSlack - kLessSlack) / 2;
  if (words + kArrowAndPadding * ui.em(Role::kLabel) + kPadding > keys.width_mm) {
    keys.previous.icon.clear();
    keys.next.icon.clear();
  }
  return keys;
}

}  // namespace

void Ui::Begin(std::string_view screen, std::string_view state) {
  const Box all{0, 0, frame_.panel.width_mm(), frame_.panel.height_mm()};
  frame_.canvas.Fill(frame_.panel.Snap(all), theme().paper.fill);
  BeginIn(screen, state, all);
}

void Ui::Announce(std::string_view screen, std::string_view state) {
  frame_.record.screen = screen;
  frame_.record.state = state;
  const Fitting now{frame_.record.screen, frame_.record.state, frame_.words.language(),
                    frame_.look};
  if (now.IsOf(frame_.fitting)) frame_.smaller = frame_.fitting.smaller;
}

void Ui::BeginIn(std::string_view screen, std::string_view state, const Box& area) {
  if (frame_.record.screen.empty()) Announce(screen, state);
  if (!frame_.surfaces.empty()) {
    frame_.title_id = std::string(screen) + ".title";
    // What this area is painted over is not seen any more.
    std::erase_if(frame_.record.items, [&area](const Item& item) { return Meet(item.box, area); });
    std::erase_if(frame_.record.marks, [&area](const Mark& mark) { return Meet(mark.box, area); });
  }
  const float bar_top = PlanBar(frame_).band.y;
  frame_.area = area;
  frame_.canvas.Fill(frame_.panel.Snap(area), theme().paper.fill);
  frame_.surfaces.push_back({area, theme().paper});
  if (area.x > 0) {
    const Rect rect = frame_.panel.Snap(area);
    frame_.canvas.Fill({rect.x, rect.y, std::max(1, frame_.Px(theme().edge_mm)), rect.h},
                       theme().edge);
  }
  const float bottom = std::min(area.bottom(), bar_top) - space().above_bar;
  const float margin = space().margin;
  const float top = area.y + space().header_top;
  frame_.page = {area.x + margin, top, area.w - 2 * margin, bottom - top};
}

Box Ui::page() const { return frame_.page; }
Box Ui::area() const { return frame_.area; }
const Panel& Ui::panel() const { return frame_.panel; }
bool Ui::landscape() const { return frame_.panel.landscape(); }
int Ui::step() const { return frame_.step(); }
const Spacing& Ui::space() const { return frame_.space(); }
float Ui::gap() const { return frame_.space().gap; }
const Theme& Ui::theme() const { return frame_.theme(); }
const Words& Ui::words() const { return frame_.words; }
int64_t Ui::now_ms() const { return frame_.now_ms; }
bool Ui::veiled() const { return frame_.look.veiled; }
bool Ui::by_keys() const { return frame_.by_keys; }
bool Ui::left_hand() const { return frame_.look.left_hand; }
float Ui::em(Role role) const { return EmMm(role, frame_.StepOf(role)); }
float Ui::line(Role role) const { return em(role) * LineHeight(role); }

float Ui::reach_top() const {
  const bool low = frame_.look.low_mode && frame_.panel.portrait() && !frame_.stands_anywhere;
  return low ? (1 - kReachShare) * frame_.panel.height_mm() : 0;
}

Box Ui::Reachable(Box box) const {
  box.TakeTop(std::max(0.0F, reach_top() - box.y));
  return box;
}

void Ui::StandAnywhere() { frame_.stands_anywhere = true; }

void Ui::StandLow() { frame_.stands_low = true; }

void Ui::SetListening(bool listening) { frame_.listening = listening; }

void Ui::Cover(const std::optional<Box>& area) { frame_.covered = area; }

void Ui::WakeAt(int64_t time_ms) {
  frame_.wake_at_ms = std::min(frame_.wake_at_ms.value_or(time_ms), time_ms);
}

int Ui::PageSize(float available_mm, float item_mm, float gap_mm, int most) {
  const float fitting = (available_mm + gap_mm + 0.01F) / (item_mm + gap_mm);
  return std::clamp(static_cast<int>(fitting), 1, std::max(1, most));
}

float Ui::PagesHeight() const {
  const PageKeys keys = PageKeysFor(*this, page().w);
  return std::max({frame_.space().pages, ButtonHeight(keys.next, keys.width_mm),
                   ButtonHeight(keys.previous, keys.width_mm)});
}

bool Ui::Pages(std::string_view id, const Box& box, int& page, int page_count) {
  if (page_count < 2) return false;
  PageKeys keys = PageKeysFor(*this, box.w);
  Box middle = box;
  const Box left = middle.TakeLeft(keys.width_mm, kGapMin);
  const Box right = middle.TakeRight(keys.width_mm, kGapMin);
  const std::string name(id);
  const int before = page;
  page = std::clamp(page, 0, page_count - 1);
  const int shown = page;
  keys.previous.enabled = shown > 0;
  keys.next.enabled = shown + 1 < page_count;
  if (Button(name + ".previous", left, keys.previous)) --page;
  const std::string of = words().Text("page.of", {{"page", shown + 1}, {"pages", page_count}});
  const bool large = MeasureWidth(Role::kLabel, of) <= middle.w;
  Text(name + ".of", middle, of,
       {.role = large ? Role::kLabel : Role::kBody,
        .align = Align::kCenter,
        .upright = Upright::kMiddle,
        .voice = words().Voice("page.of", {{"page", shown + 1}, {"pages", page_count}})});
  if (Button(name + ".next", right, keys.next)) ++page;
  return page != before;
}

}  // namespace chunhui::kit
