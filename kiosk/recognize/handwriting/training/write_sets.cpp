// Writes the small stroke files of tests/data/handwriting: characters written sloppily in ways the
// model was not trained with one by one. usage: handwriting-sets TEMPLATES FOLDER
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numbers>

#include "kiosk/recognize/handwriting/training/sloppy.h"

namespace chunhui::recognize {
namespace {

constexpr int kCharacters = 150;

// Surnames and what parents liked to call their children.
constexpr const char* kNames =
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶"
    "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔"
    "贺赖"
    "秀英兰桂芳玉珍华凤梅丽霞建国伟强军志明文平春生海德福荣祥宝云";

struct Set {
  const char* name;
  Sloppiness how;
  float slant_degrees = 0;  // of the whole character, to either side in turn
  bool disordered = false;  // the strokes in any order
};

Sloppiness Hand(float join, float missing) {
  return {
      .slant_degrees = 3, .join_chance = join, .missing_chance = missing, .backwards_chance = 0};
}

void Slant(Ink& ink, float degrees) {
  const float slant = std::tan(degrees * std::numbers::pi_v<float> / 180);
  for (Stroke& stroke : ink) {
    for (InkPoint& point : stroke) point.x -= slant * (point.y - 500);
  }
}

int WriteSets(const char* templates, const std::string& folder) {
  const std::vector<Set> sets = {{"plain", Hand(0, 0)},
                                 {"joined", Hand(1, 0)},
                                 {"missing", Hand(0, 1)},
                                 {"slanted", Hand(0, 0), 15},
                                 {"disordered", Hand(0, 0), 0, true}};
  std::vector<LabelledInk> chosen;
  std::ifstream in(templates);
  const std::string names = kNames;
  for (std::string line; std::getline(in, line);) {
    auto clean = ReadInkLine(line);
    if (clean && names.find(clean->label) != std::string::npos) chosen.push_back(std::move(*clean));
  }
  chosen.resize(std::min<size_t>(chosen.size(), kCharacters));
  std::mt19937 random(20261122);
  for (const Set& set : sets) {
    std::ofstream out(folder + "/" + set.name + ".txt");
    for (size_t i = 0; i < chosen.size(); ++i) {
      LabelledInk written{chosen[i].label, WrittenSloppily(chosen[i].ink, set.how, random)};
      Slant(written.ink, i % 2 == 0 ? set.slant_degrees : -set.slant_degrees);
      if (set.disordered) std::shuffle(written.ink.begin(), written.ink.end(), random);
      out << InkLine(written) << "\n";
    }
  }
  std::cout << chosen.size() << " characters in each of " << sets.size() << " files\n";
  return 0;
}

}  // namespace
}  // namespace chunhui::recognize

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: handwriting-sets TEMPLATES FOLDER\n";
    return 2;
  }
  return chunhui::recognize::WriteSets(argv[1], argv[2]);
}
