// How what is known changes: made in the worker from answers and from the stream, applied to its
// own copy and to the one the screens see.
#pragma once

#include <functional>
#include <string>

#include "kiosk/office/known.h"

namespace chunhui::office {

using Change = std::function<void(Known&)>;

enum class Part { kStation, kNotices, kMenu, kEvents };
inline constexpr Part kParts[] = {Part::kStation, Part::kNotices, Part::kMenu, Part::kEvents};

// How a part is fetched.
const char* FetchMethod(Part part);
std::string FetchRequest(Part part);
// The change that the answer to a fetch makes; nothing (empty) when the bytes are no such answer.
Change FetchedChange(Part part, const std::string& answer, time::Instant now);
// The same answer made from what is known, for the disk.
std::string AsAnswer(Part part, const Known& known);
std::optional<time::Instant> TimeOf(Part part, const Known& known);

// A case of this kiosk as last heard of; news that are older than what is known change nothing. The
// name is left out: the kiosk keeps nobody's.
Change CaseChange(v1::Case news);
Change PublishedChange(v1::Notice notice, time::Instant now);
Change RecalledChange(std::string notice_id, time::Instant now);

}  // namespace chunhui::office
