// Every sentence a visitor sees or hears, by key, in one language. Loads
// assets/words/<language>.json: a flat object of key → ICU MessageFormat text with named arguments;
// a value is a string, or {"screen": ..., "voice": ...} when the voice says it differently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/time/date.h"
#include "core/time/local_time.h"

namespace chunhui::kit {

// A key or an argument that is not there: a bug in a screen or in a word file.
class WordsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// {"count", 3} for plurals and plain numbers, {"yuan", "7.00"} for what is already words.
struct Argument {
  Argument(std::string_view argument_name, std::string_view words)
      : name(argument_name), value(std::string(words)) {}
  Argument(std::string_view argument_name, const std::string& words)
      : name(argument_name), value(words) {}
  Argument(std::string_view argument_name, const char* words)
      : name(argument_name), value(std::string(words)) {}
  Argument(std::string_view argument_name, int64_t number) : name(argument_name), value(number) {}
  Argument(std::string_view argument_name, int number)
      : name(argument_name), value(int64_t{number}) {}

  std::string_view name;  // must live as long as the call
  std::variant<std::string, int64_t> value;
};
using Arguments = std::initializer_list<Argument>;

// One thread only (formats are compiled when first used). Cheap to move, not copied.
class Words {
 public:
  // Throws WordsError naming the file when it is missing or not such an object.
  static Words Load(const std::filesystem::path& folder, std::string_view language);
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;
  ~Words();

  const std::string& language() const;  // "zh-CN"
  bool chinese() const;
  bool Has(std::string_view key) const;
  std::vector<std::string> Keys() const;  // sorted

  // What is shown, and what is said (the same where the file has no "voice"). Throws WordsError for
  // an unknown key and for an argument the text names but the call lacks; further ones are ignored.
  std::string Text(std::string_view key, Arguments arguments = {}) const;
  std::string Voice(std::string_view key, Arguments arguments = {}) const;

  // Made from keys of the same file, see KeysOfTheKit().
  std::string Date(time::Date date) const;          // 11月22日, November 22
  std::string Weekday(time::Date date) const;       // 星期日, Sunday
  std::string TimeOfDay(time::TimeOfDay at) const;  // 上午9点, 下午2点半, 9:05 am
  std::string Clock(time::TimeOfDay at) const;      // 9:42, never words

  // Problems of the whole file, one sentence each: keys of the kit that are missing, texts that are
  // not MessageFormat. Empty when all is well. Compiles every text: for tests and a start-up check.
  std::vector<std::string> Check() const;

  // The keys the kit itself uses and every word file must have:
  // bar.back bar.home bar.done bar.bigger bar.smaller bar.listen bar.help bar.language
  // bar.settings page.previous page.next page.of {page} {pages}, keypad.delete, price.unit (元),
  // voice.typed {count} (said for what was typed), voice.number (said for a private number),
  // date.month_day {month} {day}, month.1..12, weekday.1 (Monday)..7,
  // time.morning (5-11 h) time.noon (11-13) time.afternoon (13-18) time.evening: each with the
  // numbers {hour} (1-12) and {minute} and the words {mm} (two digits), so that a word file can
  // write {minute, plural, =0 {上午{hour}点} =30 {上午{hour}点半} other {上午{hour}点{minute}分}}
  static const std::vector<std::string>& KeysOfTheKit();

 private:
  struct Inside;
  explicit Words(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace chunhui::kit
