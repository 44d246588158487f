#include "services/residents/search_keys.h"

#include <algorithm>

#include "core/people/pinyin.h"
#include "core/people/text.h"
#include "services/residents/residents.h"

namespace chunhui::residents {
namespace {

constexpr int kOldNamesAtOnce = 1000;

}  // namespace

std::string NameKey(std::string_view name) {
  std::string key;
  for (const char32_t c : people::ToCodePoints(name)) {
    if (c == U' ' || c == U'·') continue;
    const bool capital = c >= U'A' && c <= U'Z';
    key += people::ToUtf8(std::u32string(1, capital ? c + (U'a' - U'A') : c));
  }
  return key;
}

std::vector<std::string> SearchKeys(std::string_view name) {
  std::vector<std::string> keys = people::PinyinKeys(name);
  keys.push_back(NameKey(name));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string JoinKeys(const std::vector<std::string>& keys) {
  std::string lines;
  for (const std::string& key : keys) lines += key + '\n';
  return lines;
}

std::vector<std::string> SplitKeys(std::string_view lines) {
  std::vector<std::string> keys;
  while (!lines.empty()) {
    const size_t end = lines.find('\n');
    keys.emplace_back(lines.substr(0, end));
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
  }
  return keys;
}

void UnindexName(store::Db& db, std::string_view resident_id) {
  auto query = db.Prepare(
      "SELECT station_id, number, search_keys FROM residents WHERE resident_id = ?", resident_id);
  if (!query.Step()) return;
  for (const std::string& key : SplitKeys(query.Text(2))) {
    db.Run("DELETE FROM search_keys WHERE station_id = ? AND key = ? AND number = ?", query.Text(0),
           key, query.Int(1));
  }
}

void IndexName(store::Db& db, std::string_view resident_id) {
  auto query = db.Prepare(
      "SELECT station_id, number, name, birth FROM residents WHERE resident_id = ?", resident_id);
  if (!query.Step()) return;
  const auto keys = SearchKeys(query.Text(2));
  for (const std::string& key : keys) {
    db.Run("INSERT OR IGNORE INTO search_keys VALUES (?, ?, ?, ?)", query.Text(0), key,
           query.Int(1), query.Int(3));
  }
  db.Run("UPDATE residents SET search_keys = ? WHERE number = ?", JoinKeys(keys), query.Int(1));
}

bool IndexOldNames(store::Db& db) {
  std::vector<std::string> ids;
  auto query = db.Prepare("SELECT resident_id FROM residents WHERE search_keys = '' LIMIT ?",
                          kOldNamesAtOnce);
  while (query.Step()) ids.push_back(query.Text(0));
  for (const std::string& id : ids) IndexName(db, id);
  return !ids.empty();
}

}  // namespace chunhui::residents
