// The kiosk's end of chunhui-recognize: starts the program, gives it pictures by shared memory,
// takes its answers, and kills it. What it says is checked like anything from outside. One thread,
// but for Interrupt.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>

#include "kiosk/devices/camera.h"
#include "kiosk/recognize/wire/wire.h"

namespace chunhui::devices {

class Recognizer {
 public:
  struct Program {
    std::filesystem::path file;  // chunhui-recognize
    bool invented = false;       // demo town: also read numbers of county 99
  };

  explicit Recognizer(Program program) : program_(std::move(program)) {}
  ~Recognizer() { Stop(); }
  Recognizer(const Recognizer&) = delete;
  Recognizer& operator=(const Recognizer&) = delete;

  // Starts the program unless it runs. False when that cannot be done.
  bool Start();
  // Starts if need be and waits for the answer. Nothing when the program crashed, hangs or talks
  // nonsense: then it has been killed, and the next call starts a new one.
  std::optional<recognize::wire::Answer> Ask(recognize::wire::Task task, const CameraFrame& frame);
  // From another thread: kills the program, so that a waiting Ask ends at once, without an answer.
  void Interrupt();
  // Kills the program and overwrites what it shared with us.
  void Stop();
  bool running() const { return child_ > 0; }

 private:
  bool OpenChannel(int& child_socket);
  bool Spawn(int child_socket);
  bool Send(const recognize::wire::Request& request);
  std::optional<recognize::wire::Answer> Receive(uint32_t number);

  Program program_;
  std::mutex life_;  // of the child: nobody may kill a number that is somebody else's by now
  pid_t child_ = -1;
  int socket_ = -1;
  int memory_file_ = -1;
  uint8_t* memory_ = nullptr;
  uint32_t number_ = 0;
};

}  // namespace chunhui::devices
