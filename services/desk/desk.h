// The commands of chunhui-desk. Each asks the office, says what came of it, and answers how the
// program ends.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "services/desk/client.h"
#include "services/desk/output.h"
#include "services/desk/session.h"

namespace chunhui::desk {

// What every command works with.
struct Desk {
  Client& client;
  const Output& output;
  const SessionFile& session_file;
  const time::Clock& clock;
};

// Staff.
struct SignInWish {
  std::string account;
  std::filesystem::path pin_file;  // else CHUNHUI_PIN, else asked for on the terminal
};
ExitCode SignIn(Desk& desk, const SignInWish& wish);
ExitCode SignOut(Desk& desk);
// Uses the session that is there; signs in when an account is named and it is not its session.
ExitCode EnsureSession(Desk& desk, const SignInWish& wish);

// Cases. `which` is the number of a ticket or the id of a case.
ExitCode ListCases(Desk& desk, bool closed_too);
ExitCode ClaimCase(Desk& desk, const std::string& which);
ExitCode CloseCase(Desk& desk, const std::string& which, const std::string& outcome,
                   const std::string& note);
// SIGINT and SIGTERM wait until WatchCases looks for them. Before any thread is started.
void BlockStopSignals();
// Until a signal, `q`, or so many seconds (0: no end).
ExitCode WatchCases(Desk& desk, int seconds);

// Notices.
struct NoticeWish {
  std::string title;
  std::string text;
  std::string title_en;
  std::string text_en;
  bool anti_fraud = false;
  std::vector<std::string> stations;  // empty: all
  std::string from;                   // "2026-11-23" or empty for now
  std::string until;                  // the last day on which it is shown; empty for 7 days
};
ExitCode PublishNotice(Desk& desk, const NoticeWish& wish);
ExitCode RecallNotice(Desk& desk, const std::string& notice_id);
ExitCode ListNotices(Desk& desk);

// Files.
struct ImportWish {
  std::filesystem::path file;
  std::string station;  // menus: empty for the desk's own
  bool dry_run = false;
};
ExitCode ImportMenu(Desk& desk, const ImportWish& wish);
ExitCode ImportResidents(Desk& desk, const ImportWish& wish);

// The card desk.
struct FindWish {
  std::string name;   // beginning of the name, pinyin or first letters
  std::string place;  // beginning of the building or grid
  int age_min_years = 0;
  int age_max_years = 0;
  std::string reason;
};
ExitCode FindResidents(Desk& desk, const FindWish& wish);
struct CardWish {
  std::string resident_id;  // from residents find
  std::string card;
  std::string new_card;
  std::string reason;
  std::string until;               // "2027-11-22" or empty
  bool phone = false;              // a QR code for the phone of the family
  std::filesystem::path svg_file;  // where the QR card goes
};
ExitCode ListCards(Desk& desk, const CardWish& wish);
ExitCode BindCard(Desk& desk, const CardWish& wish);
ExitCode ReplaceCard(Desk& desk, const CardWish& wish);
ExitCode BlockCard(Desk& desk, const CardWish& wish);
ExitCode IssueQr(Desk& desk, const CardWish& wish);

// `day` is "today", "tomorrow" or "2026-11-23".
ExitCode ShowKitchen(Desk& desk, const std::string& day, const std::string& station);

// Kiosks.
ExitCode EnrolKiosk(Desk& desk, const std::string& kiosk_id, const std::string& place,
                    const std::string& station);
ExitCode ListKiosks(Desk& desk);
ExitCode RevokeKiosk(Desk& desk, const std::string& kiosk_id);

// Done when the audit is intact, refused when it is not.
ExitCode VerifyAudit(Desk& desk);

}  // namespace chunhui::desk
