// Turns what the office says into words on a screen: days, meals, places, names in the language
// that is shown. Knows no boxes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "core/time/instant.h"
#include "core/time/local_time.h"
#include "kiosk/kit/panel.h"
#include "kiosk/kit/words.h"
#include "kiosk/office/client.h"

namespace chunhui::screens {

time::Date ToDate(const v1::Date& date);
v1::Date FromDate(time::Date date);
time::Instant ToInstant(const google::protobuf::Timestamp& at);

// "屏幕21.5寸，正合适": what a panel of this size is good for.
std::string PanelWords(const kit::Words& words, const kit::Panel& panel);

// "今天", "明天", the weekday within a week, else the date.
std::string DayName(const kit::Words& words, time::Date today, time::Date date);
std::string FullDay(const kit::Words& words, time::Date date);  // "11月23日 星期一"
// "明天（11月23日 星期一）", "星期三（11月25日）"
std::string DayWithDate(const kit::Words& words, time::Date today, time::Date date);
// "明天午饭"; `day` stands in it as it is.
std::string MealName(const kit::Words& words, v1::MealPeriod period, std::string_view day);
// "明天 下午2点"
std::string DayAndTime(const kit::Words& words, time::Date today, time::Instant at);
// "明天（11月23日 星期一） 下午2点到4点"; brief: without what stands in brackets.
std::string EventHours(const kit::Words& words, time::Date today, const v1::Event& event,
                       bool brief = false);

std::string Amount(const kit::Words& words, int64_t fen);  // "12.60 元"
std::string Joined(const std::vector<std::string>& parts, std::string_view joint);

// The English texts where the screen is English and there are any.
std::string DishName(const kit::Words& words, const v1::MenuDish& dish);
std::string DishSides(const kit::Words& words, const v1::MenuDish& dish);
std::vector<std::string> DietWords(const kit::Words& words, const v1::MenuDish& dish);
std::string EventTitle(const kit::Words& words, const v1::Event& event);
std::string EventText(const kit::Words& words, const v1::Event& event);
std::string EventPlace(const kit::Words& words, const v1::Event& event);
std::string NoticeTitle(const kit::Words& words, const v1::Notice& notice);
std::string NoticeText(const kit::Words& words, const v1::Notice& notice);
std::string StationName(const kit::Words& words, const v1::Station& station);
std::string StationAddress(const kit::Words& words, const v1::Station& station);

// "这是今天上午9点看到的" while the office is away; empty when what is shown is of now, or of
// never.
std::string AgeOfList(const kit::Words& words, const office::Client& office,
                      std::optional<time::Instant> at, time::Instant now);

// What one's own sign-up means: "您报好名了"; empty without one.
std::string MineWords(const kit::Words& words, const v1::Event& event);
// "还有3个位子", "位子满了，可以排队", or what one's own sign-up means.
std::string PlacesWords(const kit::Words& words, const v1::Event& event);

}  // namespace chunhui::screens
