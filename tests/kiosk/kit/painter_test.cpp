#include "kiosk/kit/paint/painter.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <random>

#include "kiosk/kit/paint/blend.h"

namespace chunhui::kit {
namespace {

constexpr int kWidth = 300;  // no multiple of a tile
constexpr int kHeight = 210;

// Draws random things with ImGui's own primitives: what the painter gets from anybody.
class PainterTest : public testing::Test {
 protected:
  PainterTest() {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {kWidth, kHeight};
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    for (size_t i = 0; i < mask_.alpha.size(); ++i) mask_.alpha[i] = static_cast<uint8_t>(i * 7);
    for (size_t i = 0; i < picture_.argb.size(); ++i) {
      picture_.argb[i] = static_cast<uint32_t>(i % 128) * 0x01010101U;
    }
  }
  ~PainterTest() override { ImGui::DestroyContext(context_); }

  void Scene(uint32_t seed, int count) {
    ImGui::NewFrame();
    list_ = ImGui::GetBackgroundDrawList();
    random_.seed(seed);
    for (int i = 0; i < count; ++i) DrawSomething(static_cast<uint32_t>(i));
    ImGui::Render();
  }

  float Any(int limit) { return static_cast<float>(random_() % static_cast<unsigned>(limit)); }

  void DrawSomething(uint32_t which) {
    const ImVec2 a{Any(kWidth) - 20, Any(kHeight) - 20};
    const ImVec2 b{a.x + 1 + Any(120), a.y + 1 + Any(120)};
    const ImU32 color = random_() | (random_() % 2 == 0 ? 0xFF000000U : 0U);
    switch (which % 5) {
      case 0:
        return list_->AddRectFilled(a, b, color);
      case 1:
        return list_->AddRectFilled(a, b, color, 11);
      case 2:
        return list_->AddCircle(a, 5 + Any(60), color, 0, 1 + Any(4));
      case 3:
        return AddTexture(mask_, a, color);
      default:
        return AddTexture(picture_, a, color);
    }
  }

  void AddTexture(Texture& texture, ImVec2 at, ImU32 color) {
    list_->AddImage(&texture, at, {at.x + 40, at.y + 30}, {0, 0}, {1, 1}, color);
  }

  std::vector<Rect> Paint(Painter& painter, std::vector<uint32_t>& pixels) const {
    return painter.Paint(*ImGui::GetDrawData(), {pixels.data(), kWidth * sizeof(uint32_t)});
  }

  ImGuiContext* context_ = ImGui::CreateContext();
  ImDrawList* list_ = nullptr;
  std::mt19937 random_;
  Texture mask_{40, 30, std::vector<uint8_t>(1200), {}, 1};
  Texture picture_{40, 30, {}, std::vector<uint32_t>(1200), 2};
};

TEST_F(PainterTest, ChangedTilesLeaveExactlyWhatAFullRepaintWould) {
  Painter kept(kWidth, kHeight);
  std::vector<uint32_t> kept_pixels(kWidth * kHeight, 0xABCDEF);
  for (uint32_t round = 0; round < 60; ++round) {
    Scene(round / 2, 3 + static_cast<int>(round % 23));  // some frames share a beginning
    Paint(kept, kept_pixels);
    Painter fresh(kWidth, kHeight);
    std::vector<uint32_t> fresh_pixels(kWidth * kHeight, 0x123456);
    Paint(fresh, fresh_pixels);
    ASSERT_EQ(kept_pixels, fresh_pixels) << "frame " << round;
  }
}

TEST_F(PainterTest, NothingOutsideTheReturnedRectanglesChanges) {
  Painter painter(kWidth, kHeight);
  std::vector<uint32_t> pixels(kWidth * kHeight);
  Scene(1, 12);
  Paint(painter, pixels);
  const std::vector<uint32_t> before = pixels;
  Scene(1, 13);
  const std::vector<Rect> rects = Paint(painter, pixels);
  for (int i = 0; i < kWidth * kHeight; ++i) {
    const Rect pixel{i % kWidth, i / kWidth, 1, 1};
    const bool inside = std::any_of(rects.begin(), rects.end(), [&](const Rect& rect) {
      return Intersect(rect, pixel) == pixel;
    });
    const bool same = pixels[static_cast<size_t>(i)] == before[static_cast<size_t>(i)];
    ASSERT_TRUE(inside || same) << i;
  }
}

TEST_F(PainterTest, AFrameLikeTheLastOnePaintsNothing) {
  Painter painter(kWidth, kHeight);
  std::vector<uint32_t> pixels(kWidth * kHeight);
  Scene(5, 20);
  EXPECT_EQ(Paint(painter, pixels), (std::vector<Rect>{{0, 0, kWidth, kHeight}}));
  Scene(5, 20);
  EXPECT_TRUE(Paint(painter, pixels).empty());
  painter.RepaintAll();
  EXPECT_FALSE(Paint(painter, pixels).empty());
}

TEST_F(PainterTest, ASmallChangeRepaintsOnlyItsTiles) {
  Painter painter(kWidth, kHeight);
  std::vector<uint32_t> pixels(kWidth * kHeight);
  for (const float x : {70.0F, 71.0F}) {
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({x, 70}, {x + 10, 80}, 0xFFFFFFFF);
    ImGui::Render();
    const std::vector<Rect> rects = Paint(painter, pixels);
    const Rect expected = x > 70 ? Rect{64, 64, 64, 64} : Rect{0, 0, kWidth, kHeight};
    EXPECT_EQ(rects, std::vector<Rect>(1, expected));
  }
}

TEST_F(PainterTest, TheSameFrameIsTheSameToThePixelEveryTime) {
  std::vector<std::vector<uint32_t>> pictures;
  for (int i = 0; i < 2; ++i) {
    Painter painter(kWidth, kHeight);
    pictures.emplace_back(kWidth * kHeight);
    Scene(9, 25);
    Paint(painter, pictures.back());
  }
  EXPECT_EQ(pictures[0], pictures[1]);
}

TEST(BlendTest, FullAndNoCoverAreExact) {
  for (const uint32_t below : {0x000000U, 0xFFFFFFU, 0x7A1713U}) {
    EXPECT_EQ(Blend(below, 0x2A1F14, 255), 0x2A1F14U);
    EXPECT_EQ(Blend(below, 0x2A1F14, 0), below);
    EXPECT_EQ(BlendPremultiplied(below, 0), below);
    EXPECT_EQ(BlendPremultiplied(below, 0xFF123456), 0x123456U);
  }
}

}  // namespace
}  // namespace chunhui::kit
