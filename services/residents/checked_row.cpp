#include "services/residents/checked_row.h"

#include <algorithm>
#include <cctype>

#include "core/people/card.h"
#include "core/people/name.h"
#include "core/people/phone.h"
#include "core/people/text.h"
#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/residents/residents.h"
#include "services/residents/sealed_fields.h"

namespace chunhui::residents {
namespace {

constexpr int kSourceKeyMax = 64;
constexpr int kNameMax = 25;
constexpr int kCalledMax = 25;
constexpr int kPlaceMax = 40;

std::string WordsFor(const people::IdReading& reading) {
  switch (reading.fault) {
    case people::IdFault::kNone:
      return {};
    case people::IdFault::kEmpty:
      return "没有填身份证号";
    case people::IdFault::kTooShort:
      return "少了" + std::to_string(reading.characters_off) + "位";
    case people::IdFault::kTooLong:
      return "多了" + std::to_string(reading.characters_off) + "位";
    case people::IdFault::kBadCharacter:
      return "第" + std::to_string(reading.position) + "位不是数字";
    case people::IdFault::kBadProvince:
      return "开头两位不是省份代码";
    case people::IdFault::kBadDate:
      return "出生日期不对";
    case people::IdFault::kBadCheckDigit:
      return "最后一位对不上，请核对整个号码";
    case people::IdFault::kAskStaff:
      return "百岁老人的15位旧号码，请查18位号码";
  }
  return {};
}

bool IsOptionalText(const std::string& text, int max) {
  return calls::IsPlainText(text, 0, max) || text.empty();
}

void CheckKeyAndPlaces(calls::Call& call, const v1::ResidentInput& row, CheckedRow& checked) {
  const auto report = [&](const char* field, const char* words) {
    checked.problems.push_back({field, words});
  };
  if (!calls::IsPlainText(row.source_key(), 1, kSourceKeyMax)) {
    report("source_key", "要填1到64个字");
  } else {
    checked.resident_id = ResidentIdOfSource(call.db(), row.source_key()).value_or("");
  }
  if (!IsOptionalText(row.grid(), kPlaceMax)) report("grid", "最多40个字");
  if (!IsOptionalText(row.building(), kPlaceMax)) report("building", "最多40个字");
  if (!v1::SubsidyClass_IsValid(row.subsidy_class())) report("subsidy_class", "没有这种补贴类别");
  if (!calls::FindStation(call.db(), row.station_id())) {
    report("station_id", "没有这个站点");
  } else if (call.caller().device && !call.StaffCovers(row.station_id())) {
    report("station_id", "不在您管的范围内");
  }
}

// A row may not carry a resident out of the stations of another staff member.
void CheckOldStation(calls::Call& call, CheckedRow& checked) {
  if (checked.resident_id.empty() || !call.caller().device) return;
  const auto resident = FindResident(call.db(), checked.resident_id);
  if (resident && call.StaffCovers(resident->station_id)) return;
  checked.problems.push_back({"source_key", "这位老人登记在别的站点"});
}

void CheckName(const v1::ResidentInput& row, CheckedRow& checked) {
  const auto name = people::NormaliseName(row.name());
  if (!name || people::CountCharacters(*name) > kNameMax) {
    checked.problems.push_back({"name", "要填1到25个字，不能有数字"});
  } else {
    checked.name = *name;
  }
  checked.called = row.called();
  if (!IsOptionalText(row.called(), kCalledMax)) {
    checked.problems.push_back({"called", "最多25个字"});
  }
}

void CheckIdNumber(calls::Call& call, const v1::ResidentInput& row, CheckedRow& checked) {
  const auto reading = people::ReadIdNumber(row.id_number(), call.today());
  if (!reading) {
    checked.problems.push_back({"id_number", WordsFor(reading)});
    return;
  }
  checked.id_number = *reading.number;
  const auto owner = FindByIdNumber(call, checked.id_number.text);
  if (owner && owner->resident_id != checked.resident_id) {
    checked.problems.push_back({"id_number", "这个号码已经登记在另一行"});
  }
}

void CheckPhone(const v1::ResidentInput& row, CheckedRow& checked) {
  if (row.phone().empty()) return;
  const auto phone = people::ReadPhone(row.phone());
  if (!phone || phone->kind == people::PhoneKind::kHotline) {
    checked.problems.push_back({"phone", "不是手机或座机号码"});
  } else {
    checked.phone = phone->text;
  }
}

void CheckCards(calls::Call& call, const v1::ResidentInput& row, CheckedRow& checked) {
  if (row.cards_size() > kCardsPerRowMax) {
    checked.problems.push_back({"cards", "最多4张卡"});
    return;
  }
  for (int i = 0; i < row.cards_size(); ++i) {
    const std::string field = "cards[" + std::to_string(i) + "]";
    const auto card = people::NormaliseCard(row.cards(i));
    if (!card) {
      checked.problems.push_back({field, "卡号是4到40个字母或数字"});
      continue;
    }
    const auto bound = FindCard(call.db(), *card, call.today());
    if (bound && bound->resident_id != checked.resident_id) {
      checked.problems.push_back({field, "这张卡已经绑定给别人"});
    }
    checked.cards.push_back(*card);
  }
}

void CheckPension(calls::Call& call, const v1::ResidentInput& row, CheckedRow& checked) {
  if (!row.has_pension_certified_on()) return;
  const auto date = calls::FromWire(row.pension_certified_on());
  if (!date || *date > call.today()) {
    checked.problems.push_back({"pension_certified_on", "没有这一天，或者还没到"});
  }
}

}  // namespace

CheckedRow CheckRow(calls::Call& call, const v1::ResidentInput& row) {
  CheckedRow checked;
  CheckKeyAndPlaces(call, row, checked);
  CheckOldStation(call, checked);
  CheckName(row, checked);
  CheckIdNumber(call, row, checked);
  CheckPhone(row, checked);
  CheckCards(call, row, checked);
  CheckPension(call, row, checked);
  return checked;
}

}  // namespace chunhui::residents
