// chunhui-recognize as the kiosk's child: pictures by shared memory, answers over a socket pair.
#pragma once

namespace chunhui::recognize {

// Serves the kiosk at the other end of wire::kSocket until it hangs up. `invented`: as in
// PicturesAsked. Answers the exit status.
int RunServe(bool invented);

}  // namespace chunhui::recognize
