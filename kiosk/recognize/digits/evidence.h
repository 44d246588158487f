// How much speaks for each number that was read in one photo.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace chunhui::recognize {

class Evidence {
 public:
  ~Evidence();

  // One look of the net has read this number, which can be one; the lead of its weakest character
  // over the second best was `margin` nats.
  void AddLook(const std::string& number, double margin);
  // All looks at one place, weighed character by character, are sure of this number.
  void AddTogether(const std::string& number);
  // A look that shares others' faults: names a number, but is no evidence of its own.
  void Suggest(const std::string& number);
  // Another kind of reader has read this: it proves what the net has read or suggested.
  void AddOtherReader(const std::string& number);

  // Two looks or more that are sure enough together, and hardly anything for another number; or two
  // kinds of readers.
  std::optional<std::string> Proven() const;
  size_t size() const { return numbers_.size(); }  // different numbers

 private:
  struct Weight {
    int looks = 0;
    double nats = 0;
    bool other_reader = false;
  };

  std::map<std::string, Weight> numbers_;
};

}  // namespace chunhui::recognize
