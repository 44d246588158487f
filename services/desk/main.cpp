// chunhui-desk: the office from the command line, for staff, admins and scripts.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/secrets/error.h"
#include "services/desk/desk.h"

namespace {

namespace desk = chunhui::desk;
using desk::ExitCode;

constexpr const char* kDefaultConfig = "/etc/chunhui/desk.toml";
constexpr const char* kFooter =
    "The session of `signin` is shared by later commands until `signout`. With --account any "
    "command\n"
    "signs in by itself (PIN from --pin-file, CHUNHUI_PIN or the terminal).\n"
    "\n"
    "Exit codes: 0 done; 1 refused by the office; 2 wrong use or file; 3 the office does not "
    "answer;\n"
    "4 done, but rows were left out.";

using Command = std::function<ExitCode(desk::Desk&)>;

// What was typed. Commands keep references into it, so it lives as long as they do.
struct Typed {
  std::filesystem::path config = kDefaultConfig;
  bool json = false;
  desk::SignInWish sign_in;
  bool needs_session = true;
  bool waits_for_signals = false;
  Command command;

  bool closed_too = false;
  int seconds = 0;
  std::string which;
  std::string outcome;
  std::string note;
  desk::NoticeWish notice;
  desk::ImportWish import;
  desk::FindWish find;
  desk::CardWish card;
  std::string day = "tomorrow";
  std::string station;
  std::string place;
};

// Adds a command below `parent`.
CLI::App* Add(CLI::App& parent, Typed& typed, const char* name, const char* about,
              Command command) {
  CLI::App* app = parent.add_subcommand(name, about);
  app->callback([&typed, command = std::move(command)] { typed.command = command; });
  return app;
}

void AddStaffCommands(CLI::App& app, Typed& typed) {
  CLI::App* sign_in = Add(app, typed, "signin", "sign in with --account and a PIN",
                          [&typed](desk::Desk& at) { return desk::SignIn(at, typed.sign_in); });
  sign_in->parse_complete_callback([&typed] { typed.needs_session = false; });
  CLI::App* sign_out = Add(app, typed, "signout", "end the session", desk::SignOut);
  sign_out->parse_complete_callback([&typed] { typed.needs_session = false; });
}

void AddCaseCommands(CLI::App& app, Typed& typed) {
  CLI::App* watch =
      Add(app, typed, "watch", "the live queue; keys: number, c claim, x close, q quit",
          [&typed](desk::Desk& at) { return desk::WatchCases(at, typed.seconds); });
  watch->parse_complete_callback([&typed] { typed.waits_for_signals = true; });
  watch->add_option("--seconds", typed.seconds, "end after so long (0: never)")
      ->check(CLI::Range(0, 86400));
  CLI::App* cases = Add(app, typed, "cases", "open and claimed cases, most urgent first",
                        [&typed](desk::Desk& at) { return desk::ListCases(at, typed.closed_too); });
  cases->add_flag("--all", typed.closed_too, "also those closed today");
  CLI::App* claim = Add(app, typed, "claim", "take a case",
                        [&typed](desk::Desk& at) { return desk::ClaimCase(at, typed.which); });
  claim->add_option("N", typed.which, "number of today's ticket, or case id")->required();
  CLI::App* close =
      Add(app, typed, "close", "close a case you have claimed", [&typed](desk::Desk& at) {
        return desk::CloseCase(at, typed.which, typed.outcome, typed.note);
      });
  close->add_option("N", typed.which, "number of today's ticket, or case id")->required();
  close
      ->add_option(
          "OUTCOME", typed.outcome,
          "helped, certified, already-certified, pending-review, home-visit, to-ssb-window, "
          "to-police-photo, withdrawn, not-eligible")
      ->required();
  close->add_option("--note", typed.note, "for colleagues, at most 200 characters");
}

void AddNoticeCommands(CLI::App& app, Typed& typed) {
  CLI::App* notice = app.add_subcommand("notice", "notices on the kiosks")->require_subcommand(1);
  desk::NoticeWish& wish = typed.notice;
  CLI::App* publish = Add(*notice, typed, "publish", "show a notice",
                          [&wish](desk::Desk& at) { return desk::PublishNotice(at, wish); });
  publish->add_option("--title", wish.title, "1 to 30 characters")->required();
  publish->add_option("--text", wish.text, "1 to 600 characters")->required();
  publish->add_option("--title-en", wish.title_en, "title in English");
  publish->add_option("--text-en", wish.text_en, "text in English");
  publish->add_option("--station", wish.stations, "only there and below (default: everywhere)");
  publish->add_option("--from", wish.from, "first day, like 2026-11-23 (default: now)");
  publish->add_option("--until", wish.until, "last day (default: 7 days)");
  publish->add_flag("--anti-fraud", wish.anti_fraud, "a warning against fraud: always first");
  CLI::App* recall = Add(*notice, typed, "recall", "take a notice back",
                         [&typed](desk::Desk& at) { return desk::RecallNotice(at, typed.which); });
  recall->add_option("ID", typed.which, "from notice list")->required();
  Add(*notice, typed, "list", "all notices", desk::ListNotices);
}

// Below `residents`, which imports, too.
void AddFind(CLI::App& residents, Typed& typed) {
  desk::FindWish& wish = typed.find;
  CLI::App* find = Add(residents, typed, "find", "find somebody; the rows are masked",
                       [&wish](desk::Desk& at) { return desk::FindResidents(at, wish); });
  find->add_option("NAME", wish.name,
                   "beginning of the name, of its pinyin, or first letters: wxl");
  find->add_option("--place", wish.place, "beginning of the building or grid");
  find->add_option("--age-min", wish.age_min_years, "at least so old")->check(CLI::Range(0, 150));
  find->add_option("--age-max", wish.age_max_years, "at most so old")->check(CLI::Range(0, 150));
  find->add_option("--reason", wish.reason, "why; kept in the audit")->required();
}

void AddFileCommands(CLI::App& app, Typed& typed) {
  desk::ImportWish& wish = typed.import;
  const auto add_import = [&](const char* group, const char* about, Command command) {
    CLI::App* parent = app.add_subcommand(group, about)->require_subcommand(1);
    CLI::App* import = Add(*parent, typed, "import", about, std::move(command));
    import->add_option("FILE", wish.file, "CSV in UTF-8 with a heading (see the manual)")
        ->required();
    import->add_flag("--dry-run", wish.dry_run, "only report, change nothing");
    return import;
  };
  CLI::App* menu = add_import("menu", "take a menu from a CSV file",
                              [&wish](desk::Desk& at) { return desk::ImportMenu(at, wish); });
  menu->add_option("--station", wish.station, "whose menu (default: the desk's)");
  CLI::App* residents =
      add_import("residents", "take rows of the register from a CSV file",
                 [&wish](desk::Desk& at) { return desk::ImportResidents(at, wish); });
  AddFind(*residents->get_parent(), typed);
}

void AddCardCommands(CLI::App& app, Typed& typed) {
  desk::CardWish& wish = typed.card;
  CLI::App* card = app.add_subcommand("card", "cards and QR codes of a resident");
  card->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, Command command, bool with_resident) {
    CLI::App* added = Add(*card, typed, name, about, std::move(command));
    if (with_resident) {
      added->add_option("RESIDENT", wish.resident_id, "id from residents find")->required();
    }
    return added;
  };
  const auto add_reason = [&](CLI::App* to) {
    to->add_option("--reason", wish.reason, "why; kept in the audit")->required();
  };
  const auto add_until = [&](CLI::App* to, const char* otherwise) {
    to->add_option("--until", wish.until, otherwise);
  };
  add_reason(add(
      "list", "all of them", [&wish](desk::Desk& at) { return desk::ListCards(at, wish); }, true));
  CLI::App* bind = add(
      "bind", "give a card to a resident",
      [&wish](desk::Desk& at) { return desk::BindCard(at, wish); }, true);
  bind->add_option("CARD", wish.card, "uid or printed number")->required();
  add_until(bind, "last day (default: none)");
  CLI::App* replace = add(
      "replace", "block the old card and give a new one",
      [&wish](desk::Desk& at) { return desk::ReplaceCard(at, wish); }, true);
  replace->add_option("OLD", wish.card, "the old card")->required();
  replace->add_option("NEW", wish.new_card, "the new card")->required();
  add_reason(replace);
  add_until(replace, "last day of the new card (default: none)");
  CLI::App* block = add(
      "block", "block a card that is lost, or a QR code",
      [&wish](desk::Desk& at) { return desk::BlockCard(at, wish); }, false);
  block->add_option("CARD", wish.card, "uid, printed number, or number of a QR code")->required();
  add_reason(block);
  CLI::App* qr = add(
      "qr", "make a QR code, as a card to print",
      [&wish](desk::Desk& at) { return desk::IssueQr(at, wish); }, true);
  qr->add_option("--svg", wish.svg_file, "where the card goes")->required()->type_name("FILE");
  qr->add_flag("--phone", wish.phone, "for the phone of the family");
  add_until(qr, "last day, within three years (default: one year)");
}

void AddOfficeCommands(CLI::App& app, Typed& typed) {
  CLI::App* kitchen =
      Add(app, typed, "kitchen", "portions per dish of a day",
          [&typed](desk::Desk& at) { return desk::ShowKitchen(at, typed.day, typed.station); });
  kitchen->add_option("DAY", typed.day, "today, tomorrow or 2026-11-23")->capture_default_str();
  kitchen->add_option("--station", typed.station, "default: the desk's");

  CLI::App* kiosk = app.add_subcommand("kiosk", "kiosks")->require_subcommand(1);
  CLI::App* enrol =
      Add(*kiosk, typed, "enrol", "make a token for a new kiosk", [&typed](desk::Desk& at) {
        return desk::EnrolKiosk(at, typed.which, typed.place, typed.station);
      });
  enrol->add_option("ID", typed.which, "small letters, digits, '-'")->required();
  enrol->add_option("--place", typed.place, "where it stands, for example 大厅")->required();
  enrol->add_option("--station", typed.station, "default: the desk's");
  Add(*kiosk, typed, "list", "all kiosks", desk::ListKiosks);
  CLI::App* revoke = Add(*kiosk, typed, "revoke", "make its certificate worthless",
                         [&typed](desk::Desk& at) { return desk::RevokeKiosk(at, typed.which); });
  revoke->add_option("ID", typed.which, "from kiosk list")->required();

  CLI::App* audit = app.add_subcommand("audit", "the audit")->require_subcommand(1);
  Add(*audit, typed, "verify", "recompute the whole chain", desk::VerifyAudit);
}

void AddEverything(CLI::App& app, Typed& typed) {
  app.footer(kFooter);
  app.fallthrough();
  app.require_subcommand(1);
  app.add_option("--config", typed.config, "configuration, as the office writes it")
      ->envname("CHUNHUI_DESK_CONFIG")
      ->capture_default_str();
  app.add_flag("--json", typed.json, "answers as JSON, one object a line");
  app.add_option("--account", typed.sign_in.account, "who signs in")->envname("CHUNHUI_ACCOUNT");
  app.add_option("--pin-file", typed.sign_in.pin_file, "file with the PIN");
  AddStaffCommands(app, typed);
  AddCaseCommands(app, typed);
  AddNoticeCommands(app, typed);
  AddFileCommands(app, typed);
  AddCardCommands(app, typed);
  AddOfficeCommands(app, typed);
}

ExitCode Run(const Typed& typed) {
  if (typed.waits_for_signals) desk::BlockStopSignals();
  const auto settings = desk::ReadSettings(typed.config);
  if (const auto* problem = std::get_if<std::string>(&settings)) {
    return desk::ReportWrongUse(*problem);
  }
  const auto& found = std::get<desk::Settings>(settings);
  chunhui::secrets::SystemRandom random;
  const chunhui::time::SystemClock clock;
  const desk::Output output(typed.json);
  const desk::SessionFile session_file(found.data_dir, found.certificate);
  desk::Client client(found, random);
  desk::Desk at{client, output, session_file, clock};
  if (typed.needs_session) {
    const ExitCode signed_in = desk::EnsureSession(at, typed.sign_in);
    if (signed_in != ExitCode::kDone) return signed_in;
  }
  return typed.command(at);
}

}  // namespace

int main(int argc, char** argv) {
  Typed typed;
  CLI::App app("chunhui-desk asks and tells the office from the command line.", "chunhui-desk");
  AddEverything(app, typed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::Error& error) {
    app.exit(error);
    return static_cast<int>(ExitCode::kWrongUse);
  }
  try {
    return static_cast<int>(Run(typed));
  } catch (const chunhui::secrets::SecretsError& error) {
    return static_cast<int>(desk::ReportWrongUse(error.what()));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "chunhui-desk: %s\n", error.what());
    return static_cast<int>(ExitCode::kWrongUse);
  }
}
