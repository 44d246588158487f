#include <algorithm>
#include <cmath>

#include "kiosk/kit/spacing.h"
#include "kiosk/kit/ui.h"
#include "tests/rules/eyes/eyes.h"

namespace chunhui::tests {
namespace {

constexpr float kInsideButton = 3;  // mm; its edge says nothing
constexpr float kBehindTitle = 11;  // mm; a longer title would go on here

// Where the words of this item may be.
kit::Box PlaceOf(const kit::Item& item, const kit::Record& record) {
  if (item.main) return item.box.Inset(kInsideButton);
  kit::Box box = item.box;
  float right = record.panel.width_mm();
  for (const kit::Item& other : record.items) {
    const bool beside = other.box.x > box.x && other.box.y < box.bottom() &&
                        other.box.bottom() > box.y && other.id != item.id;
    if (beside) right = std::min(right, other.box.x);
  }
  box.w = std::min(box.w + kBehindTitle, right - box.x);
  return box;
}

// Idle's title is written as large as its band allows.
kit::Role RoleOf(const kit::Item& title) {
  for (const kit::Role role : {kit::Role::kTitle, kit::Role::kLabel, kit::Role::kBody}) {
    if (kit::EmMm(role, kit::kDefaultTextStep) == title.em_mm) return role;
  }
  return kit::Role::kTitle;
}

std::vector<uint32_t> Cut(const std::vector<uint32_t>& pixels, int width, const kit::Rect& rect) {
  std::vector<uint32_t> part;
  for (int y = rect.y; y < rect.y + rect.h; ++y) {
    const auto row = pixels.begin() + static_cast<std::ptrdiff_t>(y) * width;
    part.insert(part.end(), row + rect.x, row + rect.x + rect.w);
  }
  return part;
}

}  // namespace

std::vector<Sign> SignsOn(const std::string& where, const kit::Record& record,
                          const std::vector<uint32_t>& pixels) {
  std::vector<Sign> signs;
  const kit::Spacing& space = kit::SpacingOf(record.panel);
  for (const kit::Item& item : record.items) {
    const bool title = item.role == kit::ItemRole::kTitle;
    if ((!title && !item.main) || item.words.empty()) continue;
    Sign sign{where, item, record.panel, 0, {}, {}};
    const kit::Item* aside = record.Find(item.id + ".aside");
    sign.width_mm = record.panel.width_mm() - 2 * space.margin;
    if (title && aside != nullptr) sign.width_mm -= aside->box.w + space.gap;
    sign.region = record.panel.Snap(PlaceOf(item, record));
    sign.pixels = Cut(pixels, record.panel.width_px, sign.region);
    signs.push_back(std::move(sign));
  }
  return signs;
}

Reader::Reader(const kit::Words& words, const kit::Panel& panel, std::set<std::string> known)
    : words_(words), panel_(panel), known_(std::move(known)) {}

// A reader knows letters sharp and black; which icon stands before them is not known.
Grey Reader::Draw(const Sign& sign, const std::string& known, const char* icon) {
  const float px_per_mm = panel_.px_per_mm;
  const bool button = sign.item.main;
  const float width = button ? sign.item.box.w : sign.width_mm;
  const kit::Box box{0, 0, width, sign.item.box.h};
  const kit::Panel small{static_cast<int>(std::ceil(width * px_per_mm)),
                         static_cast<int>(std::ceil(box.h * px_per_mm)), px_per_mm};
  kit::Stage stage(small);
  stage.Frame(words_, 0, [&](kit::Ui& ui) {
    ui.BeginIn("reader", "", box);
    if (button) {
      ui.Button("b", box, {.words = known, .icon = icon, .kind = kit::ButtonKind::kMain});
    } else {
      ui.Text("t", box, known, {.role = RoleOf(sign.item), .bold = true});
    }
  });
  std::vector<uint32_t> pixels(static_cast<size_t>(small.width_px) *
                               static_cast<size_t>(small.height_px));
  stage.Paint({pixels.data(), static_cast<size_t>(small.width_px) * sizeof(uint32_t)});
  kit::Rect part{0, 0, std::min(sign.region.w, small.width_px),
                 std::min(sign.region.h, small.height_px)};
  if (button) {
    part.x = std::min(static_cast<int>(std::lround(kInsideButton * px_per_mm)), small.width_px - 1);
    part.y = part.x;
    part.w = std::min(part.w, small.width_px - part.x);
    part.h = std::min(part.h, small.height_px - part.y);
  }
  return ToGrey(Cut(pixels, small.width_px, part), part.w, part.h, px_per_mm);
}

const std::vector<Reader::Drawn>& Reader::DrawnFor(const Sign& sign) {
  const Key key{sign.item.main, sign.region.w, sign.region.h,
                static_cast<int>(sign.width_mm * panel_.px_per_mm),
                static_cast<int>(sign.item.em_mm * panel_.px_per_mm)};
  const auto [found, is_new] = drawn_.try_emplace(key);
  if (!is_new) return found->second;
  for (const std::string& known : known_) {
    found->second.push_back({known, Draw(sign, known, "")});
    if (sign.item.main) found->second.push_back({known, Draw(sign, known, "check")});
  }
  return found->second;
}

std::string Reader::Reads(const Sign& sign, const OldEyes& eyes) {
  const Grey glass = ToGrey(sign.pixels, sign.region.w, sign.region.h, panel_.px_per_mm);
  const Grey seen = SeenBy(eyes, glass);
  const Region all{0, 0, seen.width, seen.height};
  std::string best;
  double likeness = -1;
  for (const Drawn& drawn : DrawnFor(sign)) {
    const double alike = Likeness(seen, all, drawn.grey);
    if (alike <= likeness) continue;
    likeness = alike;
    best = drawn.words;
  }
  return best;
}

}  // namespace chunhui::tests
