#include "kiosk/screens/name_order.h"

#include <algorithm>
#include <cmath>

#include "core/people/name.h"

namespace chunhui::screens {
namespace {

// Four of five people have one of these surnames, nearly all have one of them or write another
// character than those offered beside it.
constexpr std::string_view kSurnames =
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺"
    "赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿"
    "牟卜"
    "肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵欧解强柴华车"
    "冉房"
    "边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计"
    "喻揭"
    "窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑"
    "习胥"
    "保和蔺";

constexpr double kSurnameCount = static_cast<double>(kSurnames.size()) / 3;

// Who writes here has most likely a name of this station, likely one of the usual surnames, and
// seldom one of neither.
constexpr double kFirstOfStation = 0.7;
constexpr double kFurtherOfStation = 0.8;
constexpr double kAnyCharacter = 0.05;
constexpr double kCharacterCount = 9574;  // of those that can be read
// After 欧: that a surname of two characters goes on.
constexpr double kCompoundGoesOn = 0.3;

bool IsCompoundSurname(const std::string& begin) {
  return people::SurnameOf(begin + "兰") == begin && people::SurnameOf(begin) != begin;
}

double ShareOf(const std::map<std::string, double>& shares, const std::string& character) {
  const auto found = shares.find(character);
  return found == shares.end() ? 0 : found->second;
}

std::map<std::string, double> SharesOf(
    const google::protobuf::RepeatedPtrField<v1::NameCharacter>& characters) {
  double all = 0;
  for (const v1::NameCharacter& one : characters) all += std::max(one.count(), 1);
  std::map<std::string, double> shares;
  for (const v1::NameCharacter& one : characters) {
    shares[one.character()] += std::max(one.count(), 1) / all;
  }
  return shares;
}

}  // namespace

void NameOrder::Learn(const v1::GetNameCharactersResponse& station) {
  first_ = SharesOf(station.first());
  further_ = SharesOf(station.further());
}

double NameOrder::Chance(const std::string& character, std::string_view before) const {
  const double any = kAnyCharacter / kCharacterCount;
  if (!before.empty()) {
    const bool goes_on = IsCompoundSurname(std::string(before) + character);
    return any + kFurtherOfStation * ShareOf(further_, character) + (goes_on ? kCompoundGoesOn : 0);
  }
  const double station = first_.empty() ? 0 : kFirstOfStation;
  const bool usual = kSurnames.find(character) != std::string_view::npos;
  return any + station * ShareOf(first_, character) +
         (usual ? (1 - station - kAnyCharacter) / kSurnameCount : 0);
}

std::vector<std::string> NameOrder::Order(std::vector<devices::WrittenCharacter> written,
                                          std::string_view before) const {
  for (devices::WrittenCharacter& one : written) {
    one.odds += std::log(Chance(one.character, before));
  }
  std::stable_sort(written.begin(), written.end(),
                   [](const auto& one, const auto& other) { return one.odds > other.odds; });
  std::vector<std::string> characters;
  for (devices::WrittenCharacter& one : written) characters.push_back(std::move(one.character));
  return characters;
}

}  // namespace chunhui::screens
