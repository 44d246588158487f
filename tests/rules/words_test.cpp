// The word files: complete, equal in both languages, free of jargon, short enough for a screen.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "core/people/text.h"
#include "kiosk/kit/words.h"

namespace chunhui {
namespace {

namespace fs = std::filesystem;
using Entries = std::map<std::string, std::string>;  // screen and voice text in one

const fs::path kSources(CHUNHUI_SOURCE_DIR);
constexpr int kHanMax = 24;
constexpr int kLatinMax = 80;

std::string Slurp(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

Entries Load(const char* language) {
  const auto json = nlohmann::json::parse(
      Slurp(kSources / "assets" / "words" / (std::string(language) + ".json")));
  Entries entries;
  for (const auto& [key, value] : json.items()) {
    entries[key] = value.is_string() ? value.get<std::string>()
                                     : value.at("screen").get<std::string>() + "\n" +
                                           value.at("voice").get<std::string>();
  }
  return entries;
}

std::string ScreenText(const std::string& text) { return text.substr(0, text.find('\n')); }

std::set<std::string> ArgumentsOf(const std::string& text) {
  static const std::regex kArgument(R"(\{([a-z_]+)[,}])");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), kArgument), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

std::string KioskSources() {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(kSources / "kiosk")) {
    // Kit's own keys are checked by kit.
    if (entry.path().string().find("/kiosk/kit/") != std::string::npos) continue;
    const std::string extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h") all += Slurp(entry.path());
  }
  return all;
}

// A key may be put together: "listen" + ".title", "staff.outcome." + name.
bool IsUsed(const std::string& key, const std::string& sources) {
  const auto quoted = [&](const std::string& text) {
    return sources.find('"' + text + '"') != std::string::npos;
  };
  if (quoted(key)) return true;
  if (const size_t more = key.rfind("_more"); more != std::string::npos) {
    if (quoted(key.substr(0, more)) && quoted("_more")) return true;
  }
  for (size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1)) {
    const std::string head = key.substr(0, dot);
    const std::string tail = key.substr(dot + 1);
    if ((quoted(head) && quoted("." + tail)) || (quoted(head + ".") && quoted(tail))) return true;
  }
  return false;
}

TEST(Words, AreMessageFormatAndHaveTheKeysOfTheKit) {
  for (const char* language : {"zh-CN", "en"}) {
    const auto words = kit::Words::Load(kSources / "assets" / "words", language);
    for (const std::string& problem : words.Check()) ADD_FAILURE() << language << ": " << problem;
  }
}

TEST(Words, HaveTheSameKeysAndArgumentsInBothLanguages) {
  const Entries chinese = Load("zh-CN");
  const Entries english = Load("en");
  for (const auto& [key, text] : chinese) {
    ASSERT_TRUE(english.contains(key)) << key << " is missing in English";
    EXPECT_EQ(ArgumentsOf(text).size() > 0, ArgumentsOf(english.at(key)).size() > 0) << key;
  }
  for (const auto& [key, text] : english) {
    EXPECT_TRUE(chinese.contains(key)) << key << " is missing in Chinese";
  }
}

TEST(Words, AreAllUsedByTheKiosk) {
  const std::string sources = KioskSources();
  const std::set<std::string> kits(kit::Words::KeysOfTheKit().begin(),
                                   kit::Words::KeysOfTheKit().end());
  for (const auto& [key, text] : Load("zh-CN")) {
    EXPECT_TRUE(kits.contains(key) || IsUsed(key, sources)) << key << " is never used";
  }
}

TEST(Words, ExistForEveryKeyTheKioskAsksFor) {
  const Entries chinese = Load("zh-CN");
  const std::string sources = KioskSources();
  static const std::regex kAsked(R"((?:Text|Voice)\(\s*"([a-z_]+\.[a-z_0-9.]+)\"\s*[,)])");
  for (std::sregex_iterator at(sources.begin(), sources.end(), kAsked), end; at != end; ++at) {
    const std::string key = (*at)[1];
    // ui.Text takes an id first; an id that is no key is no question for words.
    const std::string before = sources.substr(static_cast<size_t>(at->position()) - 3, 3);
    if (before == "ui.") continue;
    EXPECT_TRUE(chinese.contains(key)) << key << " has no words";
  }
}

TEST(Words, UseNoJargonInChinese) {
  constexpr const char* kJargon[] = {"失败", "错误",   "非法", "无效", "系统", "异常", "网络",
                                     "连接", "服务器", "请求", "终端", "操作", "提交", "验证",
                                     "生物", "活体",   "超时", "重试", "！"};
  for (const auto& [key, text] : Load("zh-CN")) {
    for (const char* word : kJargon) {
      EXPECT_EQ(text.find(word), std::string::npos) << key << " says " << word;
    }
  }
}

TEST(Words, UseOnlyTheCommonCharacters) {
  const std::u32string common =
      people::ToCodePoints(Slurp(kSources / "tests/rules/data/common_characters.txt"));
  const std::set<char32_t> known(common.begin(), common.end());
  ASSERT_GT(known.size(), 3500U);
  for (const auto& [key, text] : Load("zh-CN")) {
    for (const char32_t character : people::ToCodePoints(text)) {
      if (!people::IsHan(character)) continue;
      EXPECT_TRUE(known.contains(character)) << key << " uses a rare character: " << text;
    }
  }
}

TEST(Words, AreShortEnoughToBeTakenInAtAGlance) {
  for (const auto& [key, text] : Load("zh-CN")) {
    if (text.find("plural") != std::string::npos) continue;
    EXPECT_LE(people::CountCharacters(ScreenText(text)), kHanMax) << key << ": " << text;
  }
  for (const auto& [key, text] : Load("en")) {
    if (text.find("plural") != std::string::npos) continue;
    EXPECT_LE(people::CountCharacters(ScreenText(text)), kLatinMax) << key << ": " << text;
  }
}

}  // namespace
}  // namespace chunhui
