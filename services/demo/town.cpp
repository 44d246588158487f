#include "services/demo/town.h"

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

#include "core/time/local_time.h"
#include "services/calls/wire.h"
#include "services/sheets/menu_sheet.h"
#include "services/sheets/resident_sheet.h"

namespace chunhui::demo {
namespace {

using sheets::Column;
using sheets::RowProblem;
using sheets::Sheet;

std::string ReadText(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(file.string() + ": there is no such file");
  return {std::istreambuf_iterator<char>(stream), {}};
}

[[noreturn]] void Fail(const std::filesystem::path& file, const RowProblem& problem) {
  throw std::runtime_error(file.string() + ", line " + std::to_string(problem.line) + ": " +
                           problem.column + ": " + problem.problem);
}

// One file of the town, row by row.
class TownSheet {
 public:
  TownSheet(const std::filesystem::path& file, std::span<const Column> columns) : file_(file) {
    auto read = Sheet::Read(ReadText(file), columns);
    if (const auto* problem = std::get_if<RowProblem>(&read)) Fail(file_, *problem);
    sheet_ = std::get<Sheet>(std::move(read));
  }

  size_t size() const { return sheet_->size(); }
  std::string Text(size_t row, std::string_view column) const { return sheet_->Cell(row, column); }
  int Number(size_t row, std::string_view column) const {
    try {
      return std::stoi(Text(row, column));
    } catch (const std::logic_error&) {
      Wrong(row, column);
    }
  }
  // The values a column may have.
  template <typename Value>
  Value OneOf(size_t row, std::string_view column,
              const std::map<std::string, Value>& words) const {
    const auto found = words.find(Text(row, column));
    if (found == words.end()) Wrong(row, column);
    return found->second;
  }
  google::protobuf::Timestamp Moment(size_t row, std::string_view column, time::Date day) const {
    const auto time_of_day = time::TimeOfDay::FromText(Text(row, column));
    if (!time_of_day) Wrong(row, column);
    return calls::ToWire(time::InstantAt(day, *time_of_day));
  }

 private:
  [[noreturn]] void Wrong(size_t row, std::string_view column) const {
    Fail(file_, {sheet_->line(row), std::string(column), "cannot be read"});
  }

  std::filesystem::path file_;
  std::optional<Sheet> sheet_;
};

std::vector<calls::StationRow> ReadStations(const std::filesystem::path& file) {
  static constexpr Column kColumns[] = {{"station_id", "", true}, {"parent_id", "", true},
                                        {"name", "", true},       {"address", "", true},
                                        {"phone", "", true},      {"name_en", "", true},
                                        {"address_en", "", true}};
  const TownSheet sheet(file, kColumns);
  std::vector<calls::StationRow> stations;
  for (size_t row = 0; row < sheet.size(); ++row) {
    stations.push_back({sheet.Text(row, "station_id"), sheet.Text(row, "parent_id"),
                        sheet.Text(row, "name"), sheet.Text(row, "address"),
                        sheet.Text(row, "phone"), sheet.Text(row, "name_en"),
                        sheet.Text(row, "address_en")});
  }
  return stations;
}

std::vector<fleet::DeviceRow> ReadDevices(const std::filesystem::path& file) {
  static constexpr Column kColumns[] = {
      {"kind", "", true}, {"id", "", true}, {"station_id", "", true}, {"place", "", true}};
  const std::map<std::string, calls::DeviceKind> kinds = {{"kiosk", calls::DeviceKind::kKiosk},
                                                          {"desk", calls::DeviceKind::kDesk}};
  const TownSheet sheet(file, kColumns);
  std::vector<fleet::DeviceRow> devices;
  for (size_t row = 0; row < sheet.size(); ++row) {
    fleet::DeviceRow device;
    device.kind = sheet.OneOf(row, "kind", kinds);
    device.id = sheet.Text(row, "id");
    device.station_id = sheet.Text(row, "station_id");
    device.place = sheet.Text(row, "place");
    devices.push_back(std::move(device));
  }
  return devices;
}

std::vector<StaffMember> ReadStaff(const std::filesystem::path& file) {
  static constexpr Column kColumns[] = {{"account", "", true}, {"called", "", true},
                                        {"role", "", true},    {"station_id", "", true},
                                        {"pin", "", true},     {"badge", "", true}};
  const std::map<std::string, v1::Role> roles = {{"admin", v1::ROLE_ADMIN},
                                                 {"staff", v1::ROLE_STAFF},
                                                 {"kitchen", v1::ROLE_KITCHEN},
                                                 {"lead", v1::ROLE_STATION_LEAD},
                                                 {"editor", v1::ROLE_CONTENT_EDITOR}};
  const TownSheet sheet(file, kColumns);
  std::vector<StaffMember> staff;
  for (size_t row = 0; row < sheet.size(); ++row) {
    StaffMember member;
    member.account.set_account(sheet.Text(row, "account"));
    member.account.set_called(sheet.Text(row, "called"));
    member.account.set_role(sheet.OneOf(row, "role", roles));
    member.account.set_station_id(sheet.Text(row, "station_id"));
    member.pin = sheet.Text(row, "pin");
    member.badge = sheet.Text(row, "badge");
    staff.push_back(std::move(member));
  }
  return staff;
}

std::vector<CardTrouble> ReadCardTroubles(const std::filesystem::path& file) {
  static constexpr Column kColumns[] = {
      {"card", "", true}, {"key", "", true}, {"state", "", true}, {"reason", "", true}};
  const std::map<std::string, CardTrouble::Kind> kinds = {{"blocked", CardTrouble::Kind::kBlocked},
                                                          {"expired", CardTrouble::Kind::kExpired}};
  const TownSheet sheet(file, kColumns);
  std::vector<CardTrouble> troubles;
  for (size_t row = 0; row < sheet.size(); ++row) {
    troubles.push_back({sheet.Text(row, "card"), sheet.Text(row, "key"),
                        sheet.OneOf(row, "state", kinds), sheet.Text(row, "reason")});
  }
  return troubles;
}

std::vector<TownEvent> ReadEvents(const std::filesystem::path& file, time::Date today) {
  static constexpr Column kColumns[] = {
      {"station_id", "", true}, {"day", "", true},      {"from", "", true},
      {"until", "", true},      {"title", "", true},    {"text", "", true},
      {"place", "", true},      {"capacity", "", true}, {"age_min", "", true},
      {"age_max", "", true},    {"picture", "", true},  {"sign_ups", "", true},
      {"title_en", "", true},   {"text_en", "", true},  {"place_en", "", true}};
  const TownSheet sheet(file, kColumns);
  std::vector<TownEvent> events;
  for (size_t row = 0; row < sheet.size(); ++row) {
    const time::Date day = today.AddDays(sheet.Number(row, "day"));
    TownEvent town_event;
    town_event.station_id = sheet.Text(row, "station_id");
    town_event.sign_ups = sheet.Number(row, "sign_ups");
    v1::Event& event = town_event.event;
    event.set_title(sheet.Text(row, "title"));
    event.set_text(sheet.Text(row, "text"));
    event.set_place(sheet.Text(row, "place"));
    *event.mutable_starts_at() = sheet.Moment(row, "from", day);
    *event.mutable_ends_at() = sheet.Moment(row, "until", day);
    event.set_capacity(sheet.Number(row, "capacity"));
    event.set_age_min(sheet.Number(row, "age_min"));
    event.set_age_max(sheet.Number(row, "age_max"));
    event.set_picture(sheet.Text(row, "picture"));
    event.set_title_en(sheet.Text(row, "title_en"));
    event.set_text_en(sheet.Text(row, "text_en"));
    event.set_place_en(sheet.Text(row, "place_en"));
    events.push_back(std::move(town_event));
  }
  return events;
}

std::vector<v1::Notice> ReadNotices(const std::filesystem::path& file, time::Date today) {
  static constexpr Column kColumns[] = {{"kind", "", true},     {"station_id", "", true},
                                        {"from_day", "", true}, {"until_day", "", true},
                                        {"title", "", true},    {"text", "", true},
                                        {"title_en", "", true}, {"text_en", "", true}};
  const std::map<std::string, v1::NoticeKind> kinds = {{"plain", v1::NOTICE_KIND_UNSPECIFIED},
                                                       {"anti_fraud", v1::NOTICE_KIND_ANTI_FRAUD}};
  const auto midnight = [&](int day) {
    return calls::ToWire(time::InstantAt(today.AddDays(day), time::TimeOfDay{}));
  };
  const TownSheet sheet(file, kColumns);
  std::vector<v1::Notice> notices;
  for (size_t row = 0; row < sheet.size(); ++row) {
    v1::Notice notice;
    notice.set_kind(sheet.OneOf(row, "kind", kinds));
    if (const std::string station = sheet.Text(row, "station_id"); !station.empty()) {
      notice.add_station_ids(station);
    }
    *notice.mutable_shown_from() = midnight(sheet.Number(row, "from_day"));
    *notice.mutable_shown_until() = midnight(sheet.Number(row, "until_day"));
    notice.set_title(sheet.Text(row, "title"));
    notice.set_text(sheet.Text(row, "text"));
    notice.set_title_en(sheet.Text(row, "title_en"));
    notice.set_text_en(sheet.Text(row, "text_en"));
    notices.push_back(std::move(notice));
  }
  return notices;
}

std::vector<v1::MenuDishInput> ReadDishes(const std::filesystem::path& file) {
  sheets::MenuSheet sheet = sheets::ReadMenuSheet(ReadText(file), false);
  if (!sheet.problems.empty()) Fail(file, sheet.problems.front());
  std::vector<v1::MenuDishInput> dishes;
  for (sheets::MenuLine& line : sheet.dishes) dishes.push_back(std::move(line.dish));
  return dishes;
}

std::vector<v1::ResidentInput> ReadPeople(const std::filesystem::path& file, time::Date today) {
  sheets::ResidentSheet sheet = sheets::ReadResidentSheet(ReadText(file), today);
  if (!sheet.problems.empty()) Fail(file, sheet.problems.front());
  std::vector<v1::ResidentInput> people;
  for (sheets::ResidentLine& line : sheet.residents) people.push_back(std::move(line.resident));
  return people;
}

std::vector<std::string> ReadWords(const std::filesystem::path& file) {
  std::istringstream text(ReadText(file));
  std::vector<std::string> words{std::istream_iterator<std::string>(text), {}};
  if (words.empty()) Fail(file, {0, "", "the file is empty"});
  return words;
}

}  // namespace

Town ReadTown(const std::filesystem::path& dir, time::Date today) {
  Town town;
  town.stations = ReadStations(dir / "stations.csv");
  town.devices = ReadDevices(dir / "devices.csv");
  town.staff = ReadStaff(dir / "staff.csv");
  town.known_people = ReadPeople(dir / "people.csv", today);
  town.card_troubles = ReadCardTroubles(dir / "cards.csv");
  town.dishes = ReadDishes(dir / "dishes.csv");
  town.events = ReadEvents(dir / "events.csv", today);
  town.notices = ReadNotices(dir / "notices.csv", today);
  town.names = {ReadWords(dir / "surnames.txt"), ReadWords(dir / "compound_surnames.txt"),
                ReadWords(dir / "given_names_female.txt"), ReadWords(dir / "given_names_male.txt"),
                ReadWords(dir / "names_with_dots.txt")};
  return town;
}

}  // namespace chunhui::demo
