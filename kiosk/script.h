// The kiosk without a window, driven by lines of text: a person's taps through the same event path
// as a finger's. Commands, one a line, each answered by one line:
//
//   card UID                        a card is shown
//   tap ID                          waits until it can be tapped, then taps its middle
//   tap text WORDS                  the first button that says so
//   replay FILE                     the touches of a trace, at the pace in which they came
//   key next|previous|choose|help   of the tactile pad
//   key to ID                       next until it stands there
//   type KEYS                       on a real keyboard; a trailing "!" is Enter
//   wait screen NAME [state NAME] within SECONDS
//   wait text WORDS within SECONDS
//   wait item ID within SECONDS
//   say                             what is on the screen, lines beginning with "| "
//   shot NAME                       a picture (needs --shots)
//   quit
//
// Answers: "ok <ms> ms <screen>[.<state>]" or "no <ms> ms <why>".
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/app/app.h"
#include "kiosk/witness.h"

namespace chunhui::kiosk {

class Script {
 public:
  // Reads its lines from `in` in a thread of its own, so that the screen goes on meanwhile.
  explicit Script(std::istream& in);
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  ~Script();

  // Any thread: something has come for the kiosk.
  void Wake();
  // Until "quit" or the end of the lines. True when every command was answered with ok.
  bool Run(app::App& app, Witness& witness, std::ostream& out, const std::function<void()>& shown);

 private:
  using Condition = std::function<bool()>;
  // Nothing when it went well, otherwise why not.
  using Problem = std::optional<std::string>;

  void ReadLines(std::istream& in);
  std::optional<std::string> NextLine();
  Problem Do(const std::string& line, std::ostream& out);
  Problem Tap(const std::string& id);
  Problem TapText(const std::string& words);
  Problem TapItem(const std::function<const kit::Item*()>& find, const std::string& name);
  Problem WaitFor(const std::string& what);
  Problem Type(const std::string& keys);
  Problem Replay(const std::string& file);
  Problem PressKey(const std::string& key);
  Problem WalkTo(const std::string& id);
  void Say(std::ostream& out);
  void Touch(const kit::Item& item);
  const kit::Item* ButtonWith(const std::string& words) const;
  std::string Where() const;

  // Lives on until the condition holds; false after so long.
  bool Until(const Condition& condition, int64_t patience_ms);
  void Live(int64_t for_ms);
  void Frames();
  const kit::Record& shown() const { return app_->stage().record(); }

  app::App* app_ = nullptr;
  Witness* witness_ = nullptr;
  int64_t page_since_ms_ = 0;
  std::string page_;
  int64_t tapped_ms_ = 0;

  std::mutex mutex_;
  std::condition_variable wake_;
  // Under mutex_.
  bool woken_ = false;
  bool ended_ = false;
  std::deque<std::string> lines_;
  std::thread reader_;
};

}  // namespace chunhui::kiosk
