// How screens share a page between what is told, cards and answers, upright and lying. Knows no
// words of its own and nothing of the office.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::screens {

struct Answer {
  std::string_view id;
  kit::ButtonLook look;
  float height_mm = 0;  // 0: as its kind has it
};
Answer MainAnswer(std::string_view id, std::string words, std::string icon = "check");
Answer OtherAnswer(std::string_view id, std::string words, std::string icon = {});
Answer HelpAnswer(std::string_view id, std::string words);  // amber, with the bell

// What the working hand reaches for on a lying page: its right part, or its left one for a left
// hand. Taken from `page`.
kit::Box TakeHandSide(const kit::Ui& ui, kit::Box& page, float width_mm);

// What is only told then: the other part.
kit::Box TakeFarSide(const kit::Ui& ui, kit::Box& page, float width_mm, float gaps = 1);

// The answers of a page: a stack below the content upright, a column beside it lying. Made
// before the content, which takes what is left of `page`; drawn after it, in reading order.
class Answers {
 public:
  // What stands above the answers of an upright page, if they can be made smaller for it:
  struct Above {
    float targets_mm = 0;  // which in low mode share the answers' reach
    float told_mm = 0;
  };
  Answers(const kit::Ui& ui, kit::Box& page, std::vector<Answer> answers, const Above& above);
  Answers(const kit::Ui& ui, kit::Box& page, std::vector<Answer> answers)
      : Answers(ui, page, std::move(answers), Above{}) {}
  // The id of the answer that was given; empty while there is none.
  std::string_view Draw(kit::Ui& ui) const;

 private:
  std::vector<Answer> answers_;
  std::vector<kit::Box> boxes_;
};

// What DrawCards needs at the least: one row of these and the keys to the others.
float CardsHeightLeast(const kit::Ui& ui, const std::vector<kit::CardLook>& cards, float width);

// Cards a page, at most four, with keys for further pages below. Ids: id + ".1" on. Answers the
// index of the card that was tapped, or -1. `page_shown` is the screen's.
int DrawCards(kit::Ui& ui, std::string_view id, kit::Box page,
              const std::vector<kit::CardLook>& cards, int& page_shown);

// One calm statement in the middle of a sheet: icon, lead, number, words. Empty parts take no room.
struct Scene {
  std::string icon;
  kit::Hue hue = kit::Hue::kPine;
  std::string lead;       // body, above the number
  std::string number;     // as large as fits
  std::string words;      // label
  std::string more;       // body, below
  bool personal = false;  // what stands on the sheet
  bool title_personal = false;
  std::string title_voice = {};  // said instead of the title
  bool words_unsaid = false;     // a name nobody has said yes to: not read with the page
};
void DrawScene(kit::Ui& ui, kit::Box page, std::string_view id, const Scene& scene);
// What its words need at the least, without any picture.
float SceneHeightLeast(const kit::Ui& ui, const Scene& scene, float width);

// A whole page: title, scene, answers. Answers the id that was tapped.
std::string_view DrawTold(kit::Ui& ui, std::string_view id, std::string_view title,
                          const Scene& scene, std::vector<Answer> answers);
// The same while something is under way: the words go on moving and nothing can be answered.
void DrawWaiting(kit::Ui& ui, std::string_view id, std::string_view title, std::string_view words);

// "9:42"; the frame is drawn again when the minute is over.
std::string ClockNow(kit::Ui& ui, const time::Clock& clock);

// A long text cut into pages that fit this box, at ends of sentences where there are any.
std::vector<std::string> CutIntoPages(const kit::Ui& ui, kit::Role role, std::string_view text,
                                      float width_mm, float height_mm);

}  // namespace chunhui::screens
