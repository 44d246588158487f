#include "kiosk/script.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>

#include "kiosk/kit/touch_trace.h"
#include "kiosk/window.h"

namespace chunhui::kiosk {
namespace {

using std::chrono::milliseconds;

constexpr int64_t kTapMs = 80;
constexpr int64_t kPatienceMs = 5000;
// A little longer than the pauses of the touch layer.
constexpr int64_t kAfterPageMs = kit::kPageChangePauseMs + 40;
constexpr int64_t kAfterTapMs = kit::kSameControlPauseMs + 40;
constexpr int64_t kKeyMs = 160;  // a hand, not a card reader

// "wait text 订好了 within 5" → "订好了" and 5.
std::pair<std::string, int64_t> SplitWithin(const std::string& text) {
  constexpr std::string_view kWithin = " within ";
  const size_t at = text.rfind(kWithin);
  if (at == std::string::npos) return {text, kPatienceMs};
  const double seconds = std::strtod(text.c_str() + at + kWithin.size(), nullptr);
  return {text.substr(0, at), static_cast<int64_t>(seconds * 1000)};
}

std::pair<std::string, std::string> SplitWord(const std::string& text) {
  const size_t at = text.find(' ');
  if (at == std::string::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

Script::Script(std::istream& in) : reader_([this, &in] { ReadLines(in); }) {}

Script::~Script() {
  // A reader that still waits for a line cannot be woken; the program is about to end.
  if (reader_.joinable()) ended_ ? reader_.join() : reader_.detach();
}

void Script::ReadLines(std::istream& in) {
  std::string line;
  while (std::getline(in, line)) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
    wake_.notify_all();
    if (line == "quit") break;
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  wake_.notify_all();
}

void Script::Wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  wake_.notify_all();
}

bool Script::Run(app::App& app, Witness& witness, std::ostream& out,
                 const std::function<void()>& shown_once) {
  app_ = &app;
  witness_ = &witness;
  Frames();
  shown_once();
  bool all_well = true;
  while (const auto line = NextLine()) {
    if (*line == "quit") break;
    if (line->empty() || line->front() == '#') continue;
    const int64_t begun_ms = NowMs();
    const Problem problem = Do(*line, out);
    out << (problem ? "no " : "ok ") << NowMs() - begun_ms << " ms " << problem.value_or(Where())
        << std::endl;
    all_well = all_well && !problem;
  }
  return all_well;
}

// Waits for a line while the screen lives on.
std::optional<std::string> Script::NextLine() {
  std::optional<std::string> line;
  bool over = false;
  Until(
      [&] {
        const std::lock_guard lock(mutex_);
        if (!lines_.empty()) {
          line = lines_.front();
          lines_.pop_front();
        }
        over = !line && ended_;
        return line || over;
      },
      INT64_MAX / 2);
  return line;
}

Script::Problem Script::Do(const std::string& line, std::ostream& out) {
  const auto [command, rest] = SplitWord(line);
  if (command == "card") {
    app_->HandleCard(rest, NowMs());
    Frames();
    return std::nullopt;
  }
  if (command == "tap") {
    const auto [kind, words] = SplitWord(rest);
    return kind == "text" ? TapText(words) : Tap(rest);
  }
  if (command == "type") return Type(rest);
  if (command == "replay") return Replay(rest);
  if (command == "key") {
    const auto [key, id] = SplitWord(rest);
    return key == "to" ? WalkTo(id) : PressKey(key);
  }
  if (command == "wait") return WaitFor(rest);
  if (command == "say") {
    Say(out);
    return std::nullopt;
  }
  if (command == "shot") {
    witness_->Shoot(app_->stage(), rest);
    return std::nullopt;
  }
  return "unknown command '" + command + "'";
}

Script::Problem Script::Tap(const std::string& id) {
  return TapItem([this, &id] { return shown().Find(id); }, id);
}

Script::Problem Script::TapText(const std::string& words) {
  return TapItem([this, &words] { return ButtonWith(words); }, words);
}

Script::Problem Script::TapItem(const std::function<const kit::Item*()>& find,
                                const std::string& name) {
  const auto ready = [&] {
    const kit::Item* item = find();
    const int64_t now_ms = NowMs();
    return item && item->enabled && now_ms - page_since_ms_ >= kAfterPageMs &&
           now_ms - tapped_ms_ >= kAfterTapMs;
  };
  if (!Until(ready, kPatienceMs)) return "cannot tap '" + name + "' on " + Where();
  Touch(*find());
  return std::nullopt;
}

void Script::Touch(const kit::Item& item) {
  const float px_per_mm = shown().panel.px_per_mm;
  const float x_px = item.box.center_x() * px_per_mm;
  const float y_px = item.box.center_y() * px_per_mm;
  app_->HandleTouch({1, kit::TouchKind::kDown, x_px, y_px, NowMs()});
  Live(kTapMs);
  app_->HandleTouch({1, kit::TouchKind::kUp, x_px, y_px, NowMs()});
  Frames();
  tapped_ms_ = NowMs();
}

const kit::Item* Script::ButtonWith(const std::string& words) const {
  const auto& items = shown().items;
  const auto found = std::find_if(items.begin(), items.end(), [&](const kit::Item& item) {
    return item.role == kit::ItemRole::kButton && item.enabled &&
           item.words.find(words) != std::string::npos;
  });
  return found == items.end() ? nullptr : &*found;
}

Script::Problem Script::WaitFor(const std::string& what) {
  const auto [wanted, patience_ms] = SplitWithin(what);
  const auto [kind, rest] = SplitWord(wanted);
  Condition condition;
  if (kind == "screen") {
    const size_t state_at = rest.find(" state ");
    const std::string screen = rest.substr(0, state_at);
    const std::string state = state_at == std::string::npos ? "" : rest.substr(state_at + 7);
    condition = [this, screen, state] {
      return shown().screen == screen && (state.empty() || shown().state == state);
    };
  } else if (kind == "text") {
    condition = [this, rest] { return kit::AsText(shown()).find(rest) != std::string::npos; };
  } else if (kind == "item") {
    condition = [this, rest] { return shown().Find(rest) != nullptr; };
  } else {
    return "wait screen, text or item, not '" + kind + "'";
  }
  if (Until(condition, patience_ms)) return std::nullopt;
  return "still on " + Where();
}

Script::Problem Script::Type(const std::string& keys) {
  for (const char key : keys) {
    app_->HandleKey(key == '!' ? devices::kEnter : key, NowMs());
    Live(kKeyMs);
  }
  return std::nullopt;
}

Script::Problem Script::Replay(const std::string& file) {
  const kit::TraceRead read = kit::ReadTouchTrace(std::filesystem::path(file));
  if (!read.trace) return read.problem;
  if (read.trace->head.panel != app_->stage().panel()) return "the trace is of another panel";
  const int64_t begun_ms = NowMs();
  for (const kit::RawTouch& raw : read.trace->touches) {
    kit::TouchEvent event = kit::ToTouchEvent(raw, read.trace->head);
    event.time_ms += begun_ms;
    Live(std::max<int64_t>(0, event.time_ms - NowMs()));
    app_->HandleTouch(event);
    Frames();
  }
  return std::nullopt;
}

Script::Problem Script::PressKey(const std::string& key) {
  static const std::map<std::string, kit::PadKey> keys{{"next", kit::PadKey::kNext},
                                                       {"previous", kit::PadKey::kPrevious},
                                                       {"choose", kit::PadKey::kChoose},
                                                       {"help", kit::PadKey::kHelp}};
  const auto found = keys.find(key);
  if (found == keys.end()) return "no key is called '" + key + "'";
  // A hand that has listened: the pauses of the touch layer hold for keys, too.
  const auto ready = [this] {
    const int64_t now_ms = NowMs();
    return now_ms - page_since_ms_ >= kAfterPageMs && now_ms - tapped_ms_ >= kAfterTapMs;
  };
  if (found->second == kit::PadKey::kChoose) Until(ready, kPatienceMs);
  app_->HandlePad(found->second, NowMs());
  Frames();
  if (found->second == kit::PadKey::kChoose) tapped_ms_ = NowMs();
  return std::nullopt;
}

Script::Problem Script::WalkTo(const std::string& id) {
  const auto there = [this, &id] { return shown().Find(id) != nullptr; };
  if (!Until(there, kPatienceMs)) return "no '" + id + "' on " + Where();
  for (size_t i = 0; i <= shown().items.size() + 1; ++i) {
    if (app_->stage().walk().at() == id) return std::nullopt;
    PressKey("next");
  }
  return "no key leads to '" + id + "' on " + Where();
}

void Script::Say(std::ostream& out) {
  std::istringstream text(kit::AsText(shown()));
  for (std::string line; std::getline(text, line);) out << "| " << line << "\n";
}

std::string Script::Where() const {
  return shown().state.empty() ? shown().screen : shown().screen + "." + shown().state;
}

bool Script::Until(const Condition& condition, int64_t patience_ms) {
  constexpr int64_t kLookAgainMs = 20;  // for conditions of time alone
  const int64_t begun_ms = NowMs();
  while (true) {
    Frames();
    if (condition()) return true;
    const int64_t left_ms = patience_ms - (NowMs() - begun_ms);
    if (left_ms <= 0) return false;
    std::unique_lock lock(mutex_);
    const auto wait = milliseconds(std::min(left_ms, kLookAgainMs));
    wake_.wait_for(lock, wait, [this] { return woken_; });
    woken_ = false;
  }
}

void Script::Live(int64_t for_ms) {
  const int64_t until_ms = NowMs() + for_ms;
  Until([until_ms] { return NowMs() >= until_ms; }, for_ms + kPatienceMs);
}

void Script::Frames() {
  bool again = true;
  while (again) {
    again = app_->Frame(NowMs());
    witness_->See(app_->stage(), NowMs());
  }
  if (Where() == page_) return;
  page_ = Where();
  page_since_ms_ = NowMs();
}

}  // namespace chunhui::kiosk
