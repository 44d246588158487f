#include "kiosk/kit/words.h"

#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "kiosk/kit/phrase.h"

namespace chunhui::kit {
namespace {

struct Entry {
  Phrase screen;
  std::optional<Phrase> voice;  // nothing: as on the screen
};

Entry ToEntry(const std::string& key, const nlohmann::json& value, const std::string& file) {
  if (value.is_string()) return {Phrase(value.get<std::string>()), {}};
  if (value.is_object() && value.contains("screen") && value["screen"].is_string()) {
    Entry entry{Phrase(value["screen"].get<std::string>()), {}};
    if (!value.contains("voice")) return entry;
    if (value["voice"].is_string()) {
      entry.voice.emplace(value["voice"].get<std::string>());
      return entry;
    }
  }
  throw WordsError(file + ": \"" + key + "\" is neither a text nor {\"screen\", \"voice\"}");
}

nlohmann::json ReadObject(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw WordsError("cannot open the words " + file.string());
  auto json = nlohmann::json::parse(stream, nullptr, false);
  if (!json.is_object()) throw WordsError(file.string() + " is not a JSON object of words");
  return json;
}

const char* DayPart(int hour) {
  if (hour >= 5 && hour < 11) return "time.morning";
  if (hour >= 11 && hour < 13) return "time.noon";
  if (hour >= 13 && hour < 18) return "time.afternoon";
  return "time.evening";
}

std::string TwoDigits(int number) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d", number);
  return text;
}

}  // namespace

struct Words::Inside {
  std::string language;
  icu::Locale locale;
  std::map<std::string, Entry, std::less<>> entries;

  Entry& Find(std::string_view key) {
    const auto found = entries.find(key);
    if (found != entries.end()) return found->second;
    throw WordsError(language + " has no words for \"" + std::string(key) + "\"");
  }
  std::string NameFor(std::string_view key) const {
    return language + ": \"" + std::string(key) + "\"";
  }
};

Words Words::Load(const std::filesystem::path& folder, std::string_view language) {
  const std::filesystem::path file = folder / (std::string(language) + ".json");
  auto inside = std::make_unique<Inside>();
  inside->language = language;
  inside->locale = icu::Locale(inside->language.c_str());
  const nlohmann::json object = ReadObject(file);
  for (const auto& [key, value] : object.items()) {
    inside->entries.emplace(key, ToEntry(key, value, file.string()));
  }
  return Words(std::move(inside));
}

Words::Words(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

const std::string& Words::language() const { return inside_->language; }

bool Words::chinese() const { return inside_->language.starts_with("zh"); }

bool Words::Has(std::string_view key) const { return inside_->entries.contains(key); }

std::vector<std::string> Words::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, entry] : inside_->entries) keys.push_back(key);
  return keys;
}

std::string Words::Text(std::string_view key, Arguments arguments) const {
  return inside_->Find(key).screen.Format(inside_->NameFor(key), inside_->locale, arguments);
}

std::string Words::Voice(std::string_view key, Arguments arguments) const {
  Entry& entry = inside_->Find(key);
  Phrase& phrase = entry.voice ? *entry.voice : entry.screen;
  return phrase.Format(inside_->NameFor(key), inside_->locale, arguments);
}

std::string Words::Date(time::Date date) const {
  const std::string month = Text("month." + std::to_string(date.month));
  return Text("date.month_day", {{"month", month}, {"day", date.day}});
}

std::string Words::Weekday(time::Date date) const {
  return Text("weekday." + std::to_string(static_cast<int>(date.weekday())));
}

std::string Words::TimeOfDay(time::TimeOfDay at) const {
  const int hour = (at.hour() + 11) % 12 + 1;
  return Text(DayPart(at.hour()),
              {{"hour", hour}, {"minute", at.minute()}, {"mm", TwoDigits(at.minute())}});
}

std::string Words::Clock(time::TimeOfDay at) const {
  return std::to_string(at.hour()) + ":" + TwoDigits(at.minute());
}

std::vector<std::string> Words::Check() const {
  std::vector<std::string> problems;
  for (const std::string& key : KeysOfTheKit()) {
    if (!Has(key)) problems.push_back(inside_->language + " lacks \"" + key + "\"");
  }
  for (auto& [key, entry] : inside_->entries) {
    try {
      entry.screen.Compile(inside_->NameFor(key), inside_->locale);
      if (entry.voice) entry.voice->Compile(inside_->NameFor(key), inside_->locale);
    } catch (const WordsError& error) {
      problems.emplace_back(error.what());
    }
  }
  return problems;
}

const std::vector<std::string>& Words::KeysOfTheKit() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all{
        "bar.back",      "bar.home",       "bar.done",       "bar.bigger",   "bar.smaller",
        "bar.listen",    "bar.help",       "bar.language",   "bar.settings", "page.next",
        "page.previous", "page.of",        "keypad.delete",  "price.unit",   "date.month_day",
        "time.morning",  "time.noon",      "time.afternoon", "time.evening", "voice.typed",
        "voice.number",  "sentence.joint", "walk.how",       "walk.choices", "walk.choice",
        "walk.not_now",  "walk.dark",      "walk.light",     "walk.covered"};
    for (int month = 1; month <= 12; ++month) all.push_back("month." + std::to_string(month));
    for (int day = 1; day <= 7; ++day) all.push_back("weekday." + std::to_string(day));
    return all;
  }();
  return keys;
}

}  // namespace chunhui::kit
