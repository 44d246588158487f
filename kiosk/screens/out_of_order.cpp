#include "kiosk/screens/out_of_order.h"

#include "kiosk/screens/layout.h"

namespace chunhui::screens {

Place OutOfOrderScreen::Draw(kit::Ui& ui) {
  const kit::Words& words = ui.words();
  const std::string& phone = office_.known().station.phone();
  Scene scene{.icon = "build",
              .hue = kit::Hue::kBark,
              .words = words.Text("broken.text"),
              .more = words.Text("broken.code", {{"code", code_}})};
  const std::string why = "broken.why." + code_;
  if (words.Has(why)) scene.more += words.Text("sentence.joint") + words.Text(why);
  if (!phone.empty()) scene.lead = words.Text("broken.phone", {{"phone", phone}});
  DrawTold(ui, "broken", words.Text("broken.title"), scene, {});
  return Place::Here();
}

}  // namespace chunhui::screens
