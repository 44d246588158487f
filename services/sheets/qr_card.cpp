#include "services/sheets/qr_card.h"

#include <cstdio>

#include "core/qr/qr_modules.h"

namespace chunhui::sheets {
namespace {

constexpr double kCardWidth = 85.6;
constexpr double kCardHeight = 54;
constexpr double kCodeSide = 44;  // with its quiet zone

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

std::optional<std::string> QrCardSvg(std::string_view text, std::string_view masked_name,
                                     std::string_view last_day) {
  const auto code = qr::MakeQrModules(text);
  if (!code) return std::nullopt;
  const double module = kCodeSide / (code->size + 2 * qr::kQuietModules);
  const double left = 4 + qr::kQuietModules * module;
  const double top = (kCardHeight - kCodeSide) / 2 + qr::kQuietModules * module;
  char begin[320];
  std::snprintf(begin, sizeof begin,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\" height=\"%.1fmm\""
                " viewBox=\"0 0 %.1f %.1f\">\n<rect width=\"100%%\" height=\"100%%\" rx=\"3\""
                " fill=\"#fff\" stroke=\"#999\" stroke-width=\"0.2\"/>\n<path d=\"",
                kCardWidth, kCardHeight, kCardWidth, kCardHeight);
  std::string svg = begin;
  for (int i = 0; i < code->size * code->size; ++i) {
    const int column = i % code->size;
    const int row = i / code->size;
    if (code->IsBlack(column, row))
      svg += Square(left + column * module, top + row * module, module);
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
