#include "kiosk/kit/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace chunhui::kit {
namespace {

ImU32 Packed(Color color) { return IM_COL32(color.r, color.g, color.b, 255); }

ImVec2 Vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

void SetUp(const Panel& panel) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = Vec(panel.width_px, panel.height_px);
  io.DeltaTime = 1.0F / 60;  // nothing of ours moves with ImGui's time
  // ImGui wants an atlas although none of its text is ever drawn.
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.AntiAliasedLinesUseTex = false;
}

constexpr ImGuiWindowFlags kRootFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

struct Canvas::Inside {
  ImGuiContext* context = nullptr;
  ImDrawList* list = nullptr;

  // Quads only: the painter needs no triangles and no anti-aliasing of its own for them.
  void Quad(const Rect& to, ImU32 color) const {
    list->PrimReserve(6, 4);
    list->PrimRect(Vec(to.x, to.y), Vec(to.x + to.w, to.y + to.h), color);
  }
  void Quad(const Texture& texture, const Rect& from, int x, int y, ImU32 color) const {
    const ImVec2 scale{1.0F / static_cast<float>(texture.width),
                       1.0F / static_cast<float>(texture.height)};
    const ImVec2 first = Vec(from.x, from.y);
    const ImVec2 last = Vec(from.x + from.w, from.y + from.h);
    // ImGui hands the pointer back to our painter, which only reads it.
    list->PushTextureID(const_cast<Texture*>(&texture));
    list->PrimReserve(6, 4);
    list->PrimRectUV(Vec(x, y), Vec(x + from.w, y + from.h), {first.x * scale.x, first.y * scale.y},
                     {last.x * scale.x, last.y * scale.y}, color);
    list->PopTextureID();
  }
};

Canvas::Canvas(const Panel& panel, TextEngine& text)
    : panel_(panel), text_(text), inside_(std::make_unique<Inside>()) {
  inside_->context = ImGui::CreateContext();
  ImGui::SetCurrentContext(inside_->context);
  SetUp(panel);
}

Canvas::~Canvas() { ImGui::DestroyContext(inside_->context); }

void Canvas::Begin(const Pointer& pointer) {
  ImGui::SetCurrentContext(inside_->context);
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = pointer.over ? ImVec2{pointer.x_px, pointer.y_px} : ImVec2{-FLT_MAX, -FLT_MAX};
  io.MouseDown[0] = pointer.down;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("root", nullptr, kRootFlags);
  inside_->list = ImGui::GetWindowDrawList();
}

void Canvas::End() {
  ImGui::End();
  ImGui::Render();
}

void Canvas::Fill(const Rect& rect, Color color) {
  if (!IsEmpty(rect)) inside_->Quad(rect, Packed(color));
}

void Canvas::RoundFill(const Rect& rect, int radius_px, Color color) {
  const int radius = std::clamp(radius_px, 0, std::min(rect.w, rect.h) / 2);
  Fill({rect.x + radius, rect.y, rect.w - 2 * radius, radius}, color);
  Fill({rect.x, rect.y + radius, rect.w, rect.h - 2 * radius}, color);
  Fill({rect.x + radius, rect.y + rect.h - radius, rect.w - 2 * radius, radius}, color);
  Corners(rect, radius, 0, color);
}

void Canvas::RoundEdge(const Rect& rect, int radius_px, int thickness_px, Color color) {
  const int radius = std::clamp(radius_px, 0, std::min(rect.w, rect.h) / 2);
  const int right = rect.x + rect.w - thickness_px;
  const int bottom = rect.y + rect.h - thickness_px;
  Fill({rect.x + radius, rect.y, rect.w - 2 * radius, thickness_px}, color);
  Fill({rect.x + radius, bottom, rect.w - 2 * radius, thickness_px}, color);
  Fill({rect.x, rect.y + radius, thickness_px, rect.h - 2 * radius}, color);
  Fill({right, rect.y + radius, thickness_px, rect.h - 2 * radius}, color);
  Corners(rect, radius, thickness_px, color);
}

void Canvas::Corners(const Rect& rect, int radius_px, int thickness_px, Color color) {
  if (radius_px < 1) return;
  const int right = rect.x + rect.w - radius_px;
  const int bottom = rect.y + rect.h - radius_px;
  const auto corner = [&](Quarter quarter) -> const Glyph& {
    return text_.glyphs().Corner(quarter, radius_px, thickness_px);
  };
  Place(corner(Quarter::kTopLeft), rect.x, rect.y, color);
  Place(corner(Quarter::kTopRight), right, rect.y, color);
  Place(corner(Quarter::kBottomLeft), rect.x, bottom, color);
  Place(corner(Quarter::kBottomRight), right, bottom, color);
}

void Canvas::Place(const Glyph& glyph, int x, int y, Color color) {
  if (glyph.page != nullptr) inside_->Quad(*glyph.page, glyph.source, x, y, Packed(color));
}

void Canvas::Line(std::u32string_view text, Weight weight, int em_px, int x, int middle_y,
                  Color color) {
  const int baseline =
      middle_y + static_cast<int>(std::lround(kBaselineBelowMiddle * static_cast<float>(em_px)));
  auto pen = static_cast<float>(x);
  for (const char32_t point : text) {
    const Glyph& glyph = text_.glyphs().Get(weight, em_px, point);
    Place(glyph, static_cast<int>(std::lround(pen)) + glyph.left, baseline - glyph.top, color);
    pen += glyph.advance;
  }
}

void Canvas::Picture(const Texture& picture, int x, int y) {
  inside_->Quad(picture, {0, 0, picture.width, picture.height}, x, y, IM_COL32_WHITE);
}

HitState Canvas::Hit(std::string_view id, const Rect& rect) {
  if (IsEmpty(rect)) return {};
  ImGui::SetCursorScreenPos(Vec(rect.x, rect.y));
  ImGui::PushID(id.data(), id.data() + id.size());
  HitState state;
  state.released = ImGui::InvisibleButton("target", Vec(rect.w, rect.h));
  state.held = ImGui::IsItemActive() && ImGui::IsItemHovered();
  ImGui::PopID();
  return state;
}

bool Canvas::presses_something() const {
  ImGui::SetCurrentContext(inside_->context);
  return ImGui::IsAnyItemActive();
}

std::vector<Rect> Canvas::Paint(Painter& painter, const Canvas32& pixels) const {
  ImGui::SetCurrentContext(inside_->context);
  return painter.Paint(*ImGui::GetDrawData(), pixels);
}

std::vector<uint32_t> Canvas::PaintWhole() const {
  ImGui::SetCurrentContext(inside_->context);
  const Rect screen{0, 0, panel_.width_px, panel_.height_px};
  std::vector<uint32_t> pixels(static_cast<size_t>(screen.w) * static_cast<size_t>(screen.h));
  const Canvas32 canvas{pixels.data(), static_cast<size_t>(screen.w) * sizeof(uint32_t)};
  kit::PaintWhole(ShapesOf(*ImGui::GetDrawData(), screen), canvas, screen);
  return pixels;
}

}  // namespace chunhui::kit
