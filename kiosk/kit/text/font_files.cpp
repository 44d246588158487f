#include "kiosk/kit/text/font_files.h"

namespace chunhui::kit {
namespace {

constexpr int kSimplifiedChinese = 2;  // the face's place in the Noto collections

FontFile Noto(const char* weight) {
  return {std::string("/usr/share/fonts/opentype/noto/NotoSansCJK-") + weight + ".ttc",
          kSimplifiedChinese};
}

}  // namespace

FontFiles DebianFonts() {
  const std::string truetype = "/usr/share/fonts/truetype/";
  return {
      .bold = {Noto("Bold"), Noto("Regular")},
      .medium = {Noto("Medium"), Noto("Regular")},
      .rare = {{truetype + "hanazono/HanaMinA.ttf"},
               {truetype + "hanazono/HanaMinB.ttf"},
               {truetype + "babelstone/BabelStoneHan.ttf"}},
      .icons = {truetype + "material-design-icons-iconfont/MaterialIcons-Regular.ttf"},
      .emoji = {truetype + "noto/NotoColorEmoji.ttf"},
  };
}

}  // namespace chunhui::kit
