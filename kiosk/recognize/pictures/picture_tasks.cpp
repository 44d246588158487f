#include "kiosk/recognize/pictures/picture_tasks.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/pictures/advice.h"
#include "kiosk/recognize/pictures/card_reader.h"
#include "kiosk/recognize/pictures/qr_reader.h"

namespace chunhui::recognize {
namespace {

using wire::Format;
using wire::Task;

std::optional<Photo> PhotoOf(const wire::Request& request, std::span<const uint8_t> bytes) {
  if (request.format == Format::kFile) return DecodePhoto(bytes);
  if (request.format != Format::kYuyv && request.format != Format::kGrey) return std::nullopt;
  if (request.width < kPhotoSideMin || request.height < kPhotoSideMin) return std::nullopt;
  const bool grey = request.format == Format::kGrey;
  const cv::Mat raw(request.height, request.width, grey ? CV_8UC1 : CV_8UC2,
                    const_cast<uint8_t*>(bytes.data()));  // only read
  cv::Mat colours;
  cv::cvtColor(raw, colours, grey ? cv::COLOR_GRAY2BGR : cv::COLOR_YUV2BGR_YUYV);
  return Photo(std::move(colours));
}

}  // namespace

struct PictureTasks::Parts {
  explicit Parts(const IdRules& rules) : cards(rules) {}
  CardReader cards;
};

PictureTasks::PictureTasks(const IdRules& rules) {
  cv::setNumThreads(1);
  parts_ = std::make_unique<Parts>(rules);
  parts_->cards.WarmUp();
}

PictureTasks::~PictureTasks() = default;

wire::Answer PictureTasks::Do(const wire::Request& request, std::span<const uint8_t> bytes) {
  wire::Answer answer;
  const std::optional<Photo> photo = PhotoOf(request, bytes);
  if (!photo) {
    answer.picture = false;
    return answer;
  }
  if (request.task == Task::kQr) {
    answer.text = ReadQr(*photo).value_or("");
    return answer;
  }
  const CardReading reading = request.task == Task::kIdCard ? parts_->cards.ReadIdCard(*photo)
                                                            : parts_->cards.ReadServiceCard(*photo);
  answer.text = reading.number.value_or("");
  if (!reading.number) answer.advice = AdviceFor(*photo, reading);
  return answer;
}

}  // namespace chunhui::recognize
