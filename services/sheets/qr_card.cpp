#include "services/sheets/qr_card.h"

#include <qrencode.h>

#include <cstdio>
#include <memory>

namespace chunhui::sheets {
namespace {

constexpr double kCardWidth = 85.6;
constexpr double kCardHeight = 54;
constexpr double kCodeSide = 44;  // with its quiet zone
constexpr int kQuiet = 4;         // modules

// One black module as a part of a path.
std::string Square(double x, double y, double side) {
  char path[96];
  std::snprintf(path, sizeof path, "M%.3f %.3fh%.3fv%.3fh-%.3fz", x, y, side, side, side);
  return path;
}

std::string Escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '<':
        safe += "&lt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string Line(double y, double size, std::string_view text) {
  char begin[160];
  std::snprintf(begin, sizeof begin,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\""
                " font-family=\"Noto Sans CJK SC, sans-serif\">",
                kCodeSide + 8, y, size);
  std::string line = begin;
  line += Escaped(text);
  line += "</text>\n";
  return line;
}

}  // namespace

std::optional<QrModules> MakeQrModules(std::string_view text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1), QRcode_free);
  if (!code) return std::nullopt;
  QrModules modules{code->width, {}};
  for (int i = 0; i < code->width * code->width; ++i) {
    modules.black.push_back((code->data[i] & 1) != 0);
  }
  return modules;
}

std::optional<std::string> QrCardSvg(std::string_view text, std::string_view masked_name,
                                     std::string_view last_day) {
  const auto code = MakeQrModules(text);
  if (!code) return std::nullopt;
  const double module = kCodeSide / (code->size + 2 * kQuiet);
  const double left = 4 + kQuiet * module;
  const double top = (kCardHeight - kCodeSide) / 2 + kQuiet * module;
  char begin[320];
  std::snprintf(begin, sizeof begin,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\" height=\"%.1fmm\""
                " viewBox=\"0 0 %.1f %.1f\">\n<rect width=\"100%%\" height=\"100%%\" rx=\"3\""
                " fill=\"#fff\" stroke=\"#999\" stroke-width=\"0.2\"/>\n<path d=\"",
                kCardWidth, kCardHeight, kCardWidth, kCardHeight);
  std::string svg = begin;
  for (int i = 0; i < code->size * code->size; ++i) {
    if (!code->black[static_cast<size_t>(i)]) continue;
    svg += Square(left + i % code->size * module, top + i / code->size * module, module);
  }
  svg += "\"/>\n";
  svg += Line(16, 5, "春晖服务卡");
  svg += Line(28, 7, masked_name);
  svg += Line(38, 3.6, "有效期至");
  svg += Line(44, 4.4, last_day);
  svg += "</svg>\n";
  return svg;
}

}  // namespace chunhui::sheets
