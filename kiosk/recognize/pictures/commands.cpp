#include "kiosk/recognize/commands.h"

#include <ctime>
#include <functional>
#include <iostream>
#include <opencv2/core/utility.hpp>

#include "core/time/clock.h"
#include "core/time/local_time.h"
#include "kiosk/recognize/pictures/card_reader.h"
#include "kiosk/recognize/pictures/photo.h"
#include "kiosk/recognize/pictures/qr_reader.h"

namespace chunhui::recognize {
namespace {

using Read = std::function<std::string(const Photo&)>;

double CpuMs() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

// A file that is no picture gets an empty line too, so that lines and files stay in step.
int ReadAll(const PicturesAsked& asked, const Read& read) {
  cv::setNumThreads(1);
  bool all_pictures = true;
  for (const std::string& file : asked.files) {
    const double start_ms = CpuMs();
    const std::optional<Photo> photo = ReadPhoto(file);
    if (!photo) std::cerr << "chunhui-recognize: " << file << ": not a picture\n";
    all_pictures = all_pictures && photo;
    std::cout << (photo ? read(*photo) : "");
    if (asked.times) std::cout << "\t" << CpuMs() - start_ms;
    std::cout << std::endl;
  }
  return all_pictures ? 0 : 1;
}

IdRules RulesOf(const PicturesAsked& asked) {
  const time::Instant now = time::SystemClock().now();
  return {time::LocalDate(now), asked.invented};
}

}  // namespace

int RunIdCard(const PicturesAsked& asked) {
  CardReader reader(RulesOf(asked));
  return ReadAll(asked,
                 [&](const Photo& photo) { return reader.ReadIdCard(photo).number.value_or(""); });
}

int RunServiceCard(const PicturesAsked& asked) {
  CardReader reader(RulesOf(asked));
  return ReadAll(
      asked, [&](const Photo& photo) { return reader.ReadServiceCard(photo).number.value_or(""); });
}

int RunQr(const PicturesAsked& asked) {
  return ReadAll(asked, [](const Photo& photo) { return ReadQr(photo).value_or(""); });
}

}  // namespace chunhui::recognize
