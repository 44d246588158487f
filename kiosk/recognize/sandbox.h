// Locks this program in before it sees the first byte of a picture.
#pragma once

namespace chunhui::recognize {

// Dies with the parent, cannot be traced or dumped, cannot start programs, open files, reach the
// network or grow beyond a gigabyte. Freed memory is overwritten from here on. What is loaded and
// open stays usable. Throws std::runtime_error when the kernel refuses.
void EnterSandbox();

}  // namespace chunhui::recognize
