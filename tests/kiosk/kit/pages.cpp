#include "tests/kiosk/kit/pages.h"

#include <algorithm>

namespace chunhui::kit {
namespace {

std::string Say(Ui& ui, const char* chinese, const char* english) {
  return ui.words().chinese() ? chinese : english;
}

void DrawIdle(Ui& ui) {
  ui.Begin("idle", "");
  const bool wide = ui.landscape();
  Box band = ui.Band(wide ? 92 : 138);
  ui.Text("idle.centre", band.TakeTop(ui.line(Role::kBody)),
          Say(ui, "红枫社区 · 日间照料中心", "Red Maple Day Care"));
  const Box clock = wide ? band.TakeLeft(150, 20) : band.TakeTop(54);
  ui.Text("idle.clock", clock, "9:42", {.role = Role::kClock, .upright = Upright::kMiddle});
  band.TakeTop(wide ? 12 : 2);
  ui.Text("idle.date", band.TakeTop(ui.line(Role::kTitle)),
          Say(ui, "11月22日 星期日", "Sunday, November 22"), {.role = Role::kTitle});
  ui.Text("idle.lunar", band, Say(ui, "农历十月十四 · 小雪", "Lunar month 10, day 14"));
  Box page = ui.page();
  const ButtonLook start{.words = Say(ui, "点一下屏幕开始", "Touch here to begin"),
                         .icon = "touch_app",
                         .kind = ButtonKind::kMain};
  ui.Button("idle.start",
            page.TakeBottom(std::max(kMainButtonHeight, ui.ButtonHeight(start, page.w)), kGap),
            start);
  const std::vector<Box> cells = wide ? page.Columns(3, kGap) : page.Rows(3, kGap);
  ui.Card("idle.menu", cells[0],
          {.picture = "🍲",
           .title = Say(ui, "看看明天吃什么", "What's for lunch tomorrow"),
           .lines = {Say(ui, "红烧狮子头、清炒西兰花", "Braised meatballs, broccoli")},
           .arrow = true});
  ui.Card("idle.events", cells[1],
          {.picture = "📜",
           .title = Say(ui, "今天有什么活动", "Today's events"),
           .lines = {Say(ui, "书法班，下午两点，二楼", "Calligraphy, 2 pm, upstairs")},
           .arrow = true});
  ui.Card("idle.notice", cells[2],
          {.icon = "campaign",
           .title = Say(ui, "防骗提醒：有人打电话要您转钱，先来问问我们。",
                        "Asked for money on the phone? Ask us first."),
           .amber = true});
  ui.Bar({.language = true});
}

void DrawHome(Ui& ui) {
  ui.Begin("home", "");
  ui.Title(Say(ui, "王*兰奶奶，上午好", "Good morning, Grandma Wang"),
           Say(ui, "今天想办什么？", "What would you like to do?"), {}, true);
  const TileLook tiles[] = {
      {Say(ui, "订饭", "Meals"), Say(ui, "看看这几天吃什么", "What's on this week"), "restaurant",
       Hue::kMaple},
      {Say(ui, "活动", "Events"), Say(ui, "今天下午有 2 个", "2 this afternoon"), "event",
       Hue::kSea},
      {Say(ui, "养老金认证", "Pension check"), Say(ui, "查一查，请人办", "See when, get it done"),
       "verified_user", Hue::kPine},
      {Say(ui, "我订的", "My bookings"), Say(ui, "明天午饭 1 份", "1 lunch tomorrow"), "list_alt",
       Hue::kBark, true, true},
      {Say(ui, "生活服务", "Services"), Say(ui, "理发、修理、代买", "Haircut, repairs, shopping"),
       "build", Hue::kPlum},
      {Say(ui, "通知", "Notices"), Say(ui, "2 条新的", "2 new"), "campaign", Hue::kClay}};
  const std::vector<Box> cells =
      ui.landscape() ? ui.page().Grid(3, 2, kGap) : ui.page().Grid(2, 3, kGap);
  ui.AlignTiles({std::begin(tiles), std::end(tiles)}, cells[0]);
  for (size_t i = 0; i < cells.size(); ++i)
    ui.Tile("home." + std::to_string(i + 1), cells[i], tiles[i]);
  ui.Bar({.done = true});
}

std::vector<CardLook> Dishes(Ui& ui) {
  const std::string pay = Say(ui, "您付", "You pay");
  return {{.picture = "🍚",
           .title = Say(ui, "清蒸鲈鱼", "Steamed sea bass"),
           .lines = {Say(ui, "米饭、时蔬、豆腐汤", "Rice, greens, tofu soup")},
           .tags = {Say(ui, "低盐", "low salt")},
           .price_fen = 1260,
           .price_caption = pay,
           .status = Say(ui, "还有 18 份", "18 left")},
          {.picture = "🍲",
           .title = Say(ui, "红烧狮子头", "Braised meatballs"),
           .lines = {Say(ui, "米饭、西兰花、蛋汤", "Rice, broccoli, egg soup")},
           .price_fen = 1060,
           .price_caption = pay,
           .status = Say(ui, "还有 9 份", "9 left")},
          {.picture = "🍜",
           .title = Say(ui, "番茄鸡蛋面", "Tomato egg noodles"),
           .lines = {Say(ui, "软烂好嚼", "Soft, easy to chew")},
           .tags = {Say(ui, "软食", "soft")},
           .price_fen = 700,
           .price_caption = pay,
           .status = Say(ui, "还有 25 份", "25 left")},
          {.picture = "🥟",
           .title = Say(ui, "白菜猪肉饺子", "Pork dumplings"),
           .lines = {Say(ui, "一份 15 个", "15 pieces")},
           .price_fen = 840,
           .price_caption = pay,
           .status = Say(ui, "订完了", "All gone"),
           .state = CardState::kSoldOut}};
}

void DrawMeals(Ui& ui) {
  ui.Begin("meals", "menu");
  ui.Title(Say(ui, "明天午饭，吃哪样？", "Tomorrow's lunch: which one?"),
           Say(ui, "11月23日 星期一 · 中午11点到1点", "Monday, November 23, 11 to 1"));
  Box page = ui.page();
  const ButtonLook again{.words = Say(ui, "同上次一样", "Same as last time"), .icon = "replay"};
  const ButtonLook week{.words = Say(ui, "周一到周五都要", "Monday to Friday"),
                        .icon = "date_range"};
  const float half = (page.w - kGap) / 2;
  const float height = std::max({34.0F, ui.ButtonHeight(again, half), ui.ButtonHeight(week, half)});
  const std::vector<Box> buttons = page.TakeBottom(height, kGap).Columns(2, kGap);
  ui.Button("meals.again", buttons[0], again);
  ui.Button("meals.week", buttons[1], week);
  const std::vector<CardLook> dishes = Dishes(ui);
  const int columns = ui.landscape() ? 2 : 1;
  const float width = columns == 2 ? half : page.w;
  float needed = 0;
  for (const CardLook& dish : dishes) needed = std::max(needed, ui.CardHeight(dish, width));
  const int rows = Ui::PageSize(page.h, needed, kGap, 4 / columns);
  const std::vector<Box> cells = page.Grid(columns, rows, kGap);
  ui.AlignCards(dishes, cells[0]);
  for (size_t i = 0; i < cells.size() && i < dishes.size(); ++i)
    ui.Card("meals.dish." + std::to_string(i + 1), cells[i], dishes[i]);
  ui.Bar({.back = true, .home = true});
}

void DrawConfirm(Ui& ui) {
  ui.Begin("meals", "confirm");
  ui.Title(Say(ui, "就订这份，对吗？", "Book this one?"));
  Box page = ui.page();
  const ButtonLook yes{
      .words = Say(ui, "对，就订这份", "Yes, book it"), .icon = "check", .kind = ButtonKind::kMain};
  const ButtonLook no{.words = Say(ui, "不订了", "No, thanks")};
  Box answers = ui.landscape()
                    ? page.TakeRight(page.w * 0.42F, kGap)
                    : page.TakeBottom(kMainButtonHeight + kSecondButtonHeight + kGap, kGap);
  if (ui.landscape())
    answers = answers.Centered(answers.w, kMainButtonHeight + kSecondButtonHeight + kGap);
  ui.Button("meals.yes", answers.TakeTop(kMainButtonHeight, kGap), yes);
  ui.Button("meals.no", answers, no);
  Box sheet = ui.Sheet(page);
  if (!ui.landscape()) ui.Image("meals.picture", sheet.TakeTop(kPictureMax + 4), "🍚");
  sheet.TakeTop(ui.Text("meals.name", sheet, Say(ui, "清蒸鲈鱼", "Steamed sea bass"),
                        {.role = Role::kTitle, .align = Align::kCenter}));
  sheet.TakeTop(ui.Text("meals.when", sheet,
                        Say(ui, "明天（11月23日 星期一）午饭", "Lunch, Monday, November 23"),
                        {.align = Align::kCenter}));
  ui.Divider(sheet.TakeTop(10));
  sheet.TakeTop(ui.Line("meals.full", sheet, Say(ui, "原价", "Full price"),
                        Say(ui, "20.00 元", "20.00 yuan")));
  sheet.TakeTop(ui.Line("meals.subsidy", sheet, Say(ui, "补贴", "Subsidy"),
                        Say(ui, "− 7.40 元", "− 7.40 yuan")));
  ui.Line("meals.pay", sheet, Say(ui, "您付", "You pay"), Say(ui, "12.60 元", "12.60 yuan"),
          {.role = Role::kTitle});
  ui.Bar({.back = true, .home = true});
}

void DrawPension(Ui& ui) {
  ui.Begin("pension", "");
  ui.Title(Say(ui, "养老金认证", "Pension certification"), {}, "9:42");
  Box page = ui.page();
  Box sheet = ui.Sheet(page.TakeTop(
      ui.landscape() ? 40
                     : ui.line(Role::kLabel) + ui.line(Role::kBody) + ui.line(Role::kSecond) + 20,
      kGap));
  sheet.TakeTop(ui.Text("pension.last", sheet,
                        Say(ui, "上次 12月15日 办的", "Last done December 15"),
                        {.role = Role::kLabel}));
  if (!ui.landscape())
    sheet.TakeTop(ui.Text("pension.due", sheet,
                          Say(ui, "今年请在 12月15日 前办好。", "Due by December 15 this year.")));
  ui.Text("pension.note", sheet, Say(ui, "结果以社保部门为准", "The pension office decides"),
          {.role = Role::kSecond, .tone = Tone::kMuted});
  page.TakeTop(ui.Text("pension.how", page,
                       Say(ui, "想怎么办？三样都可以", "How would you like to do it?"),
                       {.role = Role::kLabel}) +
               4);
  const CardLook choices[] = {
      {.icon = "person_pin",
       .hue = Hue::kPine,
       .title = Say(ui, "请人帮我办", "Someone helps me"),
       .lines = {Say(ui, "今天有两位老师在", "Two helpers are here today")}},
      {.icon = "face",
       .hue = Hue::kSea,
       .title = Say(ui, "自己办", "I do it myself"),
       .lines = {Say(ui, "我教您一步一步来，不留照片", "Step by step, no photo is kept")}},
      {.icon = "people",
       .hue = Hue::kMaple,
       .title = Say(ui, "家里人帮我办", "My family helps me"),
       .lines = {Say(ui, "给您一张步骤单带回家", "Take the steps home on paper")},
       .state = CardState::kChosen}};
  const std::vector<Box> cells =
      ui.landscape() ? page.Columns(3, kGap) : page.TakeTop(std::min(page.h, 220.0F)).Rows(3, kGap);
  ui.AlignCards({std::begin(choices), std::end(choices)}, cells[0]);
  for (size_t i = 0; i < 3; ++i) ui.Card("pension." + std::to_string(i + 1), cells[i], choices[i]);
  ui.Bar({.back = true, .home = true});
}

void DrawTicket(Ui& ui) {
  ui.Begin("pension", "coming");
  ui.Title(Say(ui, "李老师知道了，正过来", "Teacher Li is on the way"));
  Box page = ui.page();
  ui.Button("pension.park", page.TakeBottom(kSecondButtonHeight, kGap),
            {.words = Say(ui, "我先去坐，叫到再来", "I'll sit, call me")});
  Box sheet = ui.Sheet(page);
  if (!ui.landscape()) ui.IconDisc(sheet.TakeTop(96, 10), "directions_walk", Hue::kPine);
  sheet.TakeTop(ui.Text("pension.you", sheet, Say(ui, "您是", "You are"),
                        {.role = Role::kLabel, .align = Align::kCenter}));
  ui.Text("pension.number", sheet.TakeTop(std::min(54.0F, sheet.h - 30)),
          Say(ui, "12 号", "No. 12"),
          {.role = Role::kNumber, .align = Align::kCenter, .upright = Upright::kMiddle});
  ui.WaitingDots("pension.wait", sheet,
                 Say(ui, "您先坐一会儿，不用一直按。", "Please take a seat, no need to press."));
  ui.Bar({.back = true, .home = true});
}

void DrawNumber(Ui& ui) {
  ui.Begin("identify", "number");
  ui.Title(Say(ui, "请按身份证号码", "Type your ID number"));
  Box page = ui.page();
  Box left = ui.landscape() ? page.TakeLeft(page.w * 0.45F, kGap) : page.TakeTop(90, kGap);
  ui.Input("identify.typed", left.TakeTop(40, kGap), "110199 19430228 00",
           Say(ui, "号码在身份证下面", "It is at the bottom of your card"));
  ui.Status(
      "identify.hint", left,
      Say(ui, "号码好像少了两位，请再看看", "Two digits seem to be missing. Please look again."),
      "info");
  const ButtonLook next{
      .words = Say(ui, "好了", "Done"), .kind = ButtonKind::kMain, .enabled = false};
  ui.Button("identify.ok", page.TakeBottom(kMainButtonHeight, kGap), next);
  ui.Keypad("identify.key", page, true);
  ui.Bar({.back = true, .home = true});
}

void DrawWho(Ui& ui) {
  ui.Begin("identify", "");
  ui.Title(Say(ui, "请刷卡", "Your card, please"), {}, "9:42");
  Box page = ui.page();
  Box top = ui.landscape() ? page.TakeLeft(page.w / 2, kGap) : page.TakeTop(page.h * 0.42F, kGap);
  Box sheet = ui.SheetOf(top, ui.theme().header);
  const float words =
      ui.MeasureHeight(Role::kTitle,
                       Say(ui, "把身份证、社保卡或老年卡放在亮灯的地方",
                           "Put your ID card, social card or senior card on the light"),
                       sheet.w);
  Box middle = sheet.Centered(sheet.w, words + 8 + 50);
  ui.Icon(middle.TakeTop(50, 8), "contactless");
  ui.Text("identify.card", middle,
          Say(ui, "把身份证、社保卡或老年卡放在亮灯的地方",
              "Put your ID card, social card or senior card on the light"),
          {.role = Role::kTitle, .align = Align::kCenter});
  page.TakeTop(ui.Text("identify.no_card", page, Say(ui, "没带卡也不要紧", "No card? No problem"),
                       {.role = Role::kLabel}) +
               3);
  const ButtonLook ways[] = {{.words = Say(ui, "按电话号码", "Phone number"),
                              .icon = "dialpad",
                              .kind = ButtonKind::kSoft,
                              .icon_above = true},
                             {.words = Say(ui, "写名字", "Write my name"),
                              .icon = "gesture",
                              .kind = ButtonKind::kSoft,
                              .icon_above = true},
                             {.words = Say(ui, "照身份证", "Show ID card"),
                              .icon = "photo_camera",
                              .kind = ButtonKind::kSoft,
                              .icon_above = true},
                             {.words = Say(ui, "扫卡上方块码", "Scan the code"),
                              .icon = "qr_code",
                              .kind = ButtonKind::kSoft,
                              .icon_above = true}};
  const float height = std::max(52.0F, ui.ButtonHeight(ways[3], (page.w - kGap) / 2));
  const std::vector<Box> cells = page.TakeTop(std::min(page.h, 2 * height + kGap)).Grid(2, 2, kGap);
  for (size_t i = 0; i < 4; ++i)
    ui.Button("identify.way." + std::to_string(i + 1), cells[i], ways[i]);
  ui.Bar({.back = true, .home = true});
}

}  // namespace

std::vector<SamplePage> SamplePages() {
  return {{"idle", DrawIdle},       {"home", DrawHome},       {"meals", DrawMeals},
          {"confirm", DrawConfirm}, {"pension", DrawPension}, {"ticket", DrawTicket},
          {"number", DrawNumber},   {"who", DrawWho}};
}

std::filesystem::path SampleWordsFolder() {
  return std::filesystem::path(CHUNHUI_SOURCE_DIR) / "tests/kiosk/kit/words";
}

}  // namespace chunhui::kit
