// What the kiosk asks of a picture, done: reads it and says how the next one could be better.
// Knows no picture library in its header, so that the loop that serves does not either.
#pragma once

#include <memory>
#include <span>

#include "kiosk/recognize/digits/printed_number.h"
#include "kiosk/recognize/wire/wire.h"

namespace chunhui::recognize {

class PictureTasks {
 public:
  // Loads every reader and tries it once, so that nothing has to be opened later.
  explicit PictureTasks(const IdRules& rules);
  ~PictureTasks();
  PictureTasks(const PictureTasks&) = delete;
  PictureTasks& operator=(const PictureTasks&) = delete;

  // `request` is one that wire::DecodeRequest let pass; the answer's number is left to the caller.
  wire::Answer Do(const wire::Request& request, std::span<const uint8_t> bytes);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chunhui::recognize
