// The calm statement in the middle of a sheet, and long texts cut into pages.
#include <algorithm>
#include <array>

#include "kiosk/screens/layout.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;

constexpr float kSheetHeight = 176;
constexpr float kDiscMax = 72;
constexpr float kDiscMin = 26;
constexpr float kNumberMax = 52;
constexpr float kLyingSheetRatio = 1.5F;

struct Part {
  std::string id;
  const std::string& words;
  Role role;
  float height;
  bool unsaid = false;
};

std::vector<Part> PartsOf(const Ui& ui, std::string_view id, const Scene& scene, float width,
                          float height, Role words_role) {
  const std::string name(id);
  const float number = std::clamp(height * 0.3F, ui.em(Role::kPrice), kNumberMax);
  std::vector<Part> parts;
  const auto add = [&](const char* suffix, const std::string& words, Role role) {
    if (words.empty()) return;
    parts.push_back({name + suffix, words, role,
                     role == Role::kNumber ? number : ui.MeasureHeight(role, words, width)});
  };
  add(".lead", scene.lead, Role::kBody);
  add(".number", scene.number, Role::kNumber);
  add(".words", scene.words, words_role);
  if (!scene.words.empty()) parts.back().unsaid = scene.words_unsaid;
  add(".more", scene.more, Role::kBody);
  return parts;
}

float TotalHeight(const std::vector<Part>& parts, float gap) {
  float total = 0;
  for (const Part& part : parts) total += part.height + gap;
  return parts.empty() ? 0 : total - gap;
}

void DrawParts(Ui& ui, Box box, const std::vector<Part>& parts, float gap, bool personal) {
  for (const Part& part : parts) {
    const Box at = box.TakeTop(part.height, gap);
    ui.Text(part.id, at, part.words,
            {.role = part.role,
             .align = kit::Align::kCenter,
             .personal = personal,
             .on_request = part.unsaid});
  }
}

}  // namespace

float SceneHeightLeast(const Ui& ui, const Scene& scene, float width) {
  const float gap = ui.line(Role::kBody) * 0.36F;
  const float text_w = width - 2 * ui.space().padding;
  const std::vector<Part> parts = PartsOf(ui, {}, scene, text_w, 0, Role::kBody);
  float number = 0;
  if (!scene.number.empty()) number = ui.em(Role::kPrice);
  return TotalHeight(parts, gap) + number + 2 * ui.space().padding;
}

void DrawScene(Ui& ui, Box page, std::string_view id, const Scene& scene) {
  bool lying = page.w > page.h * kLyingSheetRatio && !scene.icon.empty();
  const float inner_w = page.w - 2 * ui.space().padding;
  const float inner_h = page.h - 2 * ui.space().padding;
  float text_w = lying ? inner_w * 0.62F : inner_w;
  const float gap = ui.line(Role::kBody) * 0.36F;
  std::vector<Part> parts = PartsOf(ui, id, scene, text_w, inner_h, Role::kLabel);
  if (parts.empty()) lying = false;         // a picture alone stands in the middle
  if (TotalHeight(parts, gap) > inner_h) {  // all words before any picture
    lying = false;
    text_w = inner_w;
    parts = PartsOf(ui, id, scene, text_w, inner_h, Role::kBody);
  }
  const float texts = TotalHeight(parts, gap);
  const float room = lying ? inner_h : inner_h - texts - 2 * gap;
  float disc = scene.icon.empty() ? 0 : std::min({kDiscMax, room, inner_w * 0.34F});
  if (disc < kDiscMin) disc = 0;
  const float stacked = disc > 0 && !lying ? disc + 2 * gap + texts : texts;
  if (!ui.landscape()) {
    page.h = std::min(page.h, std::max(stacked + 4 * ui.space().padding, kSheetHeight));
  }
  Box inside = ui.Sheet(page);
  if (lying && disc > 0) {
    const Box left = inside.TakeLeft(inside.w * 0.34F, ui.gap());
    ui.IconDisc(left.Centered(disc, disc), scene.icon, scene.hue);
    inside = inside.Centered(inside.w, texts);
  } else {
    inside = inside.Centered(inside.w, stacked);
    if (disc > 0) {
      const Box at = inside.TakeTop(disc, 2 * gap);
      ui.IconDisc(at.Centered(disc, disc), scene.icon, scene.hue);
    }
  }
  DrawParts(ui, inside, parts, gap, scene.personal);
}

namespace {

// Byte index after the last whole character that begins before `end`.
size_t CharacterEnd(std::string_view text, size_t end) {
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::min(end, text.size());
}

// The end of the last sentence within the first `most` bytes, if it is not too early.
size_t SentenceEnd(std::string_view text, size_t most) {
  static constexpr std::array<std::string_view, 6> kEnds{"\n", "。", "；", "？", ". ", "："};
  size_t best = 0;
  for (const std::string_view end : kEnds) {
    const size_t at = text.substr(0, most).rfind(end);
    if (at != std::string_view::npos) best = std::max(best, at + end.size());
  }
  if (best > most / 2) return best;
  // Between words, where a language has blanks.
  const size_t blank = text.substr(0, most).rfind(' ');
  return blank != std::string_view::npos && blank > most / 2 ? blank + 1 : 0;
}

// How many bytes of `text` fit: found by halving.
size_t FittingBytes(const Ui& ui, Role role, std::string_view text, float width, float height) {
  if (ui.MeasureHeight(role, text, width) <= height) return text.size();
  size_t fits = CharacterEnd(text, 1);
  size_t too_much = text.size();
  while (too_much - fits > 1) {
    const size_t middle = CharacterEnd(text, fits + (too_much - fits) / 2);
    if (middle >= too_much) break;
    if (ui.MeasureHeight(role, text.substr(0, middle), width) <= height) {
      fits = middle;
    } else {
      too_much = middle;
    }
  }
  return fits;
}

}  // namespace

std::vector<std::string> CutIntoPages(const Ui& ui, Role role, std::string_view text,
                                      float width_mm, float height_mm) {
  std::vector<std::string> pages;
  while (!text.empty()) {
    size_t bytes = FittingBytes(ui, role, text, width_mm, height_mm);
    if (bytes < text.size()) {
      if (const size_t sentence = SentenceEnd(text, bytes); sentence > 0) bytes = sentence;
    }
    pages.emplace_back(text.substr(0, bytes));
    text.remove_prefix(bytes);
    while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  }
  if (pages.empty()) pages.emplace_back();
  return pages;
}

}  // namespace chunhui::screens
