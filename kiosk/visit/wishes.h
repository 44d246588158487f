// How whoever stands here wants screen and voice. Screens change `now`; the app follows it from the
// next frame on, asks at goodbye whether it should be so again, and lets it fall back. UI thread
// only; never written to a disk.
#pragma once

#include "chunhui/v1/preferences.pb.h"

namespace chunhui::visit {

// The question under which wishes are kept (keep.title with keep.why): its version goes into the
// consent. Change it with the words.
inline constexpr char kKeepTextVersion[] = "keep-2026-1";

struct Wishes {
  v1::Preferences standard;  // as this kiosk has it; complete
  v1::Preferences now;       // complete too
  v1::Preferences kept;      // what the office keeps for the visitor; empty: nothing
  bool answered = false;     // the visitor has said whether to keep them

  // A visitor has come. What was changed since the kiosk was at rest stays as it is; everything
  // else becomes as it was kept.
  void Begin(const v1::Preferences& kept_before);
  // As the kiosk has it; nothing is kept of anybody.
  void FallBack();
  bool fallen_back() const;
  // The visitor would find another screen or voice at the next visit.
  bool differ() const;
};

bool Same(const v1::Preferences& one, const v1::Preferences& other);

}  // namespace chunhui::visit
