// Which characters finger-written strokes may be: asked of chunhui-recognize, which is started with
// the first question and killed with Close. Real and fake.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace chunhui::devices {

// What strokes may be.
struct WrittenCharacter {
  std::string character;  // UTF-8
  double odds = 0;        // natural logarithm; only differences mean anything
};

class Handwriting {
 public:
  using Characters = std::vector<WrittenCharacter>;  // the likeliest first, at most forty

  virtual ~Handwriting() = default;
  // `strokes` is a line of a stroke file (docs/stroke-files.md). Takes the place of a question that
  // is not answered yet. UI thread, as all here.
  virtual void Ask(std::string strokes) = 0;
  // The answer to the last question, once; empty when nothing could be read.
  virtual std::optional<Characters> Take() = 0;
  // Ends the program and forgets what was asked.
  virtual void Close() = 0;
};

class HandwritingProgram : public Handwriting {
 public:
  // `wake` is called from a thread whenever Take has something new.
  HandwritingProgram(std::filesystem::path program, std::function<void()> wake)
      : program_(std::move(program)), wake_(std::move(wake)) {}
  ~HandwritingProgram() override { Close(); }
  HandwritingProgram(const HandwritingProgram&) = delete;
  HandwritingProgram& operator=(const HandwritingProgram&) = delete;

  void Ask(std::string strokes) override;
  std::optional<Characters> Take() override;
  // At most about a second.
  void Close() override;

 private:
  void Answer();

  const std::filesystem::path program_;
  const std::function<void()> wake_;
  std::thread thread_;
  std::mutex mutex_;  // guards all below
  std::condition_variable asked_;
  bool closing_ = false;
  std::optional<std::string> question_;
  std::optional<Characters> answer_;
};

// For examples and tests: always the same answer, at once.
class FixedHandwriting : public Handwriting {
 public:
  // Each a little less likely than the one before.
  explicit FixedHandwriting(const std::vector<std::string>& characters) {
    for (const std::string& character : characters) {
      characters_.push_back({character, -0.1 * static_cast<double>(characters_.size())});
    }
  }
  void Ask(std::string strokes) override { asked_ = std::move(strokes); }
  std::optional<Characters> Take() override {
    return std::exchange(asked_, std::nullopt) ? std::optional(characters_) : std::nullopt;
  }
  void Close() override { asked_.reset(); }

 private:
  Characters characters_;
  std::optional<std::string> asked_;
};

}  // namespace chunhui::devices
