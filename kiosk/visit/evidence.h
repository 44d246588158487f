// What a reader, a scanner or a camera has seen, as one line that app and screens hand on without
// looking into it: a card as its uid or number, a QR code as its text, a document and a
// social-security card marked as such. Kept in memory only, for as long as the visit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chunhui/v1/visits.pb.h"

namespace chunhui::visit {

// An ID card whose number a reader, or a camera in several agreeing frames, has read. `name` as the
// chip holds it, for taking in a new resident; empty from a camera.
std::string ShownDocument(std::string_view id_number, std::string_view name = {});
struct Document {
  std::string number;
  std::string name;
};
// Nothing for anything else that was shown.
std::optional<Document> ReadShownDocument(std::string_view shown);
// A social-security card: its own number, and that of its holder.
std::string ShownSocialSecurity(std::string_view card, std::string_view holder_number);

// The question for the office whose it is.
v1::RecogniseRequest RequestFor(std::string_view shown);

}  // namespace chunhui::visit
