// The live view. One thread reads the stream and puts what it says into a mailbox; this thread
// waits for the mailbox, for keys, and for the end.
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "services/desk/board.h"
#include "services/desk/case_words.h"
#include "services/desk/desk.h"

namespace chunhui::desk {
namespace {

constexpr std::chrono::milliseconds kReconnectAfter{1000};
constexpr int kRedrawMs = 1000;

struct News {
  enum class Kind { kConnected, kCase, kLost, kRefused };
  Kind kind = Kind::kCase;
  v1::Case changed;
  Trouble trouble;
};

class Mailbox {
 public:
  Mailbox() : wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~Mailbox() { close(wake_); }
  int descriptor() const { return wake_; }
  void Put(News news) {
    {
      const std::lock_guard lock(mutex_);
      news_.push_back(std::move(news));
    }
    eventfd_write(wake_, 1);
  }
  std::deque<News> TakeAll() {
    eventfd_t count = 0;
    eventfd_read(wake_, &count);
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
  }

 private:
  int wake_;
  std::mutex mutex_;
  std::deque<News> news_;  // under mutex_
};

// Reads the stream, and begins anew when the line was lost, until it is gone.
class Reader {
 public:
  Reader(Client& client, Mailbox& mailbox)
      : client_(client), mailbox_(mailbox), thread_([this](std::stop_token stop) { Loop(stop); }) {}
  ~Reader() {
    thread_.request_stop();
    client_.Cancel();
  }

 private:
  void Loop(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      bool connected = false;
      const Trouble why =
          client_.Follow("AssistanceService/WatchCases", "", [&](const std::string& bytes) {
            v1::WatchCasesResponse message;
            if (!std::exchange(connected, true)) mailbox_.Put({News::Kind::kConnected, {}, {}});
            if (message.ParseFromString(bytes) && message.has_changed()) {
              mailbox_.Put({News::Kind::kCase, message.changed(), {}});
            }
            return !stop.stop_requested();
          });
      if (stop.stop_requested()) return;
      if (why.detail.reason() != v1::REASON_UNSPECIFIED) {
        return mailbox_.Put({News::Kind::kRefused, {}, why});
      }
      mailbox_.Put({News::Kind::kLost, {}, why});
      std::this_thread::sleep_for(kReconnectAfter);
    }
  }

  Client& client_;
  Mailbox& mailbox_;
  std::jthread thread_;
};

// Keys come one by one and unseen; the terminal is as before when this goes.
class RawTerminal {
 public:
  RawTerminal() {
    tcgetattr(STDIN_FILENO, &before_);
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
  }
  ~RawTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// Readable once one of the blocked signals has come.
class SignalMailbox {
 public:
  SignalMailbox() {
    const sigset_t signals = StopSignals();
    descriptor_ = signalfd(-1, &signals, SFD_CLOEXEC);
  }
  ~SignalMailbox() { close(descriptor_); }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

class WatchView {
 public:
  WatchView(Desk& desk, bool interactive) : desk_(desk), interactive_(interactive) {}

  void Take(const News& news) {
    if (news.kind == News::Kind::kConnected) return SayLine("");
    if (news.kind == News::Kind::kLost) return SayLine("the office is away, trying again");
    const bool ring = board_.Take(news.changed);
    if (interactive_) {
      if (ring) std::fputc('\a', stdout);
    } else if (desk_.output.json()) {
      desk_.output.Object(news.changed);
    } else {
      desk_.output.Line(LineOf(news.changed, desk_.clock.now()));
    }
  }

  void Draw() const {
    if (!interactive_) return;
    std::fputs("\x1b[2J\x1b[H", stdout);
    for (const std::string& line : board_.Lines(desk_.clock.now())) std::puts(line.c_str());
    std::fflush(stdout);
  }

  // False when it is time to go.
  bool Press(char key) {
    const BoardWish wish = board_.Press(key);
    if (wish.kind == BoardWish::Kind::kQuit) return false;
    if (wish.kind == BoardWish::Kind::kClaim) Claim(wish);
    if (wish.kind == BoardWish::Kind::kClose) Close(wish);
    return true;
  }

 private:
  // How the line is; empty when it is good. The office sends all open cases anew after a loss.
  void SayLine(const std::string& line) {
    board_.Clear();
    board_.Say(line);
    if (!interactive_ && line != said_line_) {
      desk_.output.Line(line.empty() ? "the office is back" : line);
    }
    said_line_ = line;
  }
  void Claim(const BoardWish& wish) {
    v1::ClaimCaseRequest request;
    request.set_case_id(wish.case_id);
    const auto answer =
        desk_.client.Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", request);
    if (const auto* trouble = std::get_if<Trouble>(&answer)) board_.Say(trouble->message);
  }
  void Close(const BoardWish& wish) {
    v1::CloseCaseRequest request;
    request.set_case_id(wish.case_id);
    request.set_outcome(wish.outcome);
    const auto answer =
        desk_.client.Call<v1::CloseCaseResponse>("AssistanceService/CloseCase", request);
    if (const auto* trouble = std::get_if<Trouble>(&answer)) board_.Say(trouble->message);
  }

  Desk& desk_;
  const bool interactive_;
  Board board_;
  std::string said_line_;  // what was last said of the line
};

ExitCode Watch(WatchView& view, Mailbox& mailbox, const SignalMailbox& signals, bool keys,
               int seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  for (;;) {
    view.Draw();
    pollfd waiting[] = {{mailbox.descriptor(), POLLIN, 0},
                        {signals.descriptor(), POLLIN, 0},
                        {keys ? STDIN_FILENO : -1, POLLIN, 0}};
    poll(waiting, std::size(waiting), kRedrawMs);
    if (waiting[1].revents != 0) return ExitCode::kDone;
    for (const News& news : mailbox.TakeAll()) {
      if (news.kind == News::Kind::kRefused) return Report(news.trouble);
      view.Take(news);
    }
    char key = 0;
    if (waiting[2].revents != 0) {
      if (read(STDIN_FILENO, &key, 1) != 1 || !view.Press(key)) return ExitCode::kDone;
    }
    if (seconds > 0 && std::chrono::steady_clock::now() >= end) return ExitCode::kDone;
  }
}

}  // namespace

void BlockStopSignals() {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

ExitCode WatchCases(Desk& desk, int seconds) {
  const bool interactive =
      !desk.output.json() && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
  const SignalMailbox signals;
  std::optional<RawTerminal> raw;
  if (interactive) raw.emplace();
  Mailbox mailbox;
  const Reader reader(desk.client, mailbox);
  WatchView view(desk, interactive);
  return Watch(view, mailbox, signals, interactive, seconds);
}

}  // namespace chunhui::desk
