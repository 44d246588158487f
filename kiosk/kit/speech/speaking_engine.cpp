#include "kiosk/kit/speech/speaking_engine.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <utility>

#include "kiosk/kit/speech/pace.h"
#include "kiosk/kit/speech/reader.h"
#include "kiosk/kit/speech/synthesizer.h"

namespace chunhui::kit {
namespace {

constexpr size_t kAheadMax = kVoiceRate / 4;   // 250 ms
constexpr size_t kFadeOut = kVoiceRate / 100;  // 10 ms: silence without a click
constexpr size_t kChunk = 2048;
constexpr size_t kBetweenSentences = kVoiceRate * 35 / 100;
constexpr size_t kAtComma = kVoiceRate * 18 / 100;
constexpr auto kRestAfter = std::chrono::seconds(20);

// Lets sound through and keeps silence back until more sound follows.
class Joint {
 public:
  Samples Through(std::span<const int16_t> samples) {
    Samples out;
    for (const int16_t sample : samples) {
      const bool silent = sample >= -kSilence && sample <= kSilence;
      if (silent && begun_) kept_.push_back(sample);
      if (silent) continue;
      begun_ = true;
      out.insert(out.end(), kept_.begin(), kept_.end());
      kept_.clear();
      out.push_back(sample);
    }
    return out;
  }

 private:
  bool begun_ = false;
  Samples kept_;
};

bool BeginsWithPause(const Piece& piece) {
  return !piece.text.empty() && (piece.text.front() == ',' || piece.text.front() == '.');
}

}  // namespace

struct SpeakingEngine::Voices {
  explicit Voices(const std::filesystem::path& assets) : reader(assets / "voice" / "zh-CN") {}
  Reader reader;
  Synthesizer synthesizer;
  Pace pace;
};

SpeakingEngine::SpeakingEngine(SpeakingParts parts) : parts_(std::move(parts)) {
  thread_ = std::thread([this] { Run(); });
}

SpeakingEngine::~SpeakingEngine() {
  {
    const std::lock_guard lock(mutex_);
    leaving_ = true;
    ++turn_;
  }
  changed_.notify_all();
  thread_.join();
}

void SpeakingEngine::Say(Speech speech) {
  {
    const std::lock_guard lock(mutex_);
    CutOff();
    next_ = std::move(speech);
    sentence_ = 0;
  }
  changed_.notify_all();
}

void SpeakingEngine::Stop() {
  {
    const std::lock_guard lock(mutex_);
    CutOff();
    next_.reset();
    wanted_ = true;
    sentence_ = -1;
  }
  changed_.notify_all();
}

void SpeakingEngine::CutOff() {
  ++turn_;
  const size_t left = std::min(ahead_.size(), kFadeOut);
  ahead_.resize(left);
  for (size_t i = 0; i < left; ++i) {
    ahead_[i] =
        static_cast<int16_t>(ahead_[i] * static_cast<int>(left - i) / static_cast<int>(left));
  }
}

void SpeakingEngine::Set(const VoiceSettings& settings) {
  const std::lock_guard lock(mutex_);
  settings_ = settings;
}

void SpeakingEngine::Fill(std::span<int16_t> out) {
  size_t count = 0;
  {
    const std::lock_guard lock(mutex_);
    count = std::min(out.size(), ahead_.size());
    const auto end = ahead_.begin() + static_cast<ptrdiff_t>(count);
    std::copy(ahead_.begin(), end, out.begin());
    ahead_.erase(ahead_.begin(), end);
  }
  std::fill(out.begin() + static_cast<ptrdiff_t>(count), out.end(), int16_t{0});
  changed_.notify_all();
}

void SpeakingEngine::Run() {
  std::unique_lock lock(mutex_);
  const auto called = [this] { return next_ || leaving_ || (wanted_ && !prepared_); };
  while (!leaving_) {
    if (!changed_.wait_for(lock, kRestAfter, called)) {
      lock.unlock();
      parts_.rest();
      lock.lock();
      changed_.wait(lock, called);
    }
    if (leaving_) break;
    lock.unlock();
    Prepare();
    lock.lock();
    if (!next_) continue;
    const Speech speech = *std::exchange(next_, std::nullopt);
    const uint64_t turn = turn_;
    lock.unlock();
    Speak(speech, turn);
    lock.lock();
  }
  lock.unlock();
  parts_.rest();  // nobody fetches from here any more
}

// Without espeak-ng's voices or the readings the kiosk works on, and says it once.
void SpeakingEngine::Prepare() {
  if (std::exchange(prepared_, true)) return;
  try {
    voices_ = std::make_unique<Voices>(parts_.assets);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-kiosk: no voice: " << error.what() << "\n";
  }
}

// What cannot be said is shown.
void SpeakingEngine::Speak(const Speech& speech, uint64_t turn) {
  audible_ = voices_ && parts_.open();
  if (!audible_) return SetSentence(-1, turn);
  for (size_t i = 0; i < speech.sentences.size(); ++i) {
    SetSentence(static_cast<int>(i), turn);
    if (!SpeakSentence(speech, speech.sentences[i].words, turn)) return;
  }
  Drain(turn);
}

void SpeakingEngine::SetSentence(int sentence, uint64_t turn) {
  {
    const std::lock_guard lock(mutex_);
    if (turn_ == turn) sentence_ = sentence;
  }
  parts_.wake();
}

bool SpeakingEngine::SpeakSentence(const Speech& speech, const std::string& words, uint64_t turn) {
  {
    const std::lock_guard lock(mutex_);
    voices_->pace.Set(settings_);
  }
  const bool chinese = speech.language.starts_with("zh");
  const std::vector<Piece> pieces =
      chinese ? voices_->reader.Read(words) : voices_->reader.ReadEnglish(words);
  for (const Piece& piece : pieces) {
    if (BeginsWithPause(piece) && !Push(Samples(kAtComma), turn)) return false;
    if (!SpeakPiece(speech, piece, turn)) return false;
  }
  return Push(voices_->pace.Finish(), turn) && Push(Samples(kBetweenSentences), turn);
}

bool SpeakingEngine::SpeakPiece(const Speech& speech, const Piece& piece, uint64_t turn) {
  if (const auto prompt = Prompt(speech.language, piece.prompt)) {
    for (size_t at = 0; at < prompt->size(); at += kChunk) {
      const size_t count = std::min(kChunk, prompt->size() - at);
      if (!Feed(std::span(*prompt).subspan(at, count), turn)) return false;
    }
    return true;
  }
  Joint joint;
  return voices_->synthesizer.Say(
      piece, [&](std::span<const int16_t> samples) { return Feed(joint.Through(samples), turn); });
}

// A person's recording goes before the built prompt, one in the visitor's dialect before all. A
// broken file is as none.
std::optional<Samples> SpeakingEngine::Prompt(const std::string& language,
                                              const std::string& name) {
  if (name.empty()) return std::nullopt;
  std::vector<std::filesystem::path> folders{parts_.assets / "voice" / language,
                                             parts_.prompts / language};
  const std::string dialect = Dialect();
  if (!dialect.empty()) folders.insert(folders.begin(), parts_.assets / "voice" / dialect);
  for (const auto& folder : folders) {
    try {
      if (auto found = ReadWav(folder / (name + ".wav"))) return found;
    } catch (const std::exception& error) {
      std::cerr << "chunhui-kiosk: " << error.what() << "\n";
    }
  }
  return std::nullopt;
}

std::string SpeakingEngine::Dialect() {
  const std::lock_guard lock(mutex_);
  return settings_.dialect;
}

bool SpeakingEngine::Feed(std::span<const int16_t> samples, uint64_t turn) {
  return Push(voices_->pace.Put(samples), turn);
}

// Waits while enough is ahead; false when something else is to be said.
bool SpeakingEngine::Push(const Samples& samples, uint64_t turn) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return turn_ != turn || ahead_.size() < kAheadMax; });
  if (turn_ != turn) {
    lock.unlock();
    voices_->pace.Finish();  // nothing of it is left for the next
    return false;
  }
  ahead_.insert(ahead_.end(), samples.begin(), samples.end());
  return true;
}

void SpeakingEngine::Drain(uint64_t turn) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return turn_ != turn || ahead_.empty(); });
  lock.unlock();
  SetSentence(-1, turn);
}

}  // namespace chunhui::kit
