#include "kiosk/recognize/pictures/card_reader.h"

#include <ctime>
#include <functional>

#include "kiosk/recognize/pictures/bar_code.h"
#include "kiosk/recognize/pictures/qr_reader.h"
#include "kiosk/recognize/pictures/text_lines.h"

namespace chunhui::recognize {
namespace {

constexpr double kSearchMsMax = 600;  // of processor time; the photo's cap is 800
constexpr double kSureMargin = 3.0;   // nats; two looks of the net must be as sure as this
// A card on its head.
const CardPlace kTurned(-1, 0, kCardWidth, 0, -1, kCardHeight, 0, 0, 1);
constexpr double kLineHeights[] = {48, 40};

// The second look differs in size and place, so that it does not repeat the first one's mistakes.
constexpr Look kLooks[] = {{1, 0, 0}, {1.06, 3, 0.6}, {0.94, -3, 0}};

double CpuMs() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

GreyView ViewOf(const cv::Mat& grey) {
  return {grey.data, grey.cols, grey.rows, static_cast<int>(grey.step)};
}

}  // namespace

struct CardReader::Kind {
  cv::Point2f middle;
  LineForm form;
  bool stands_alone;  // the number is a line by itself, the longest of the card
  std::function<std::optional<std::string>(std::string_view)> check;
};

struct CardReader::Search {
  const Photo& photo;
  double end_ms;
  CardReading reading;
  bool turned = false;

  bool over() const { return reading.number || CpuMs() > end_ms; }
};

CardReader::CardReader(const IdRules& rules) : rules_(rules), engine_("0123456789X") {}

std::optional<DigitLine> CardReader::LookAt(const Strip& strip, const Look& look,
                                            const LineForm& form) {
  return FindLine(net_.Read(strip.Levelled(look)), form);
}

// The evidence: two looks of the net that agree and are sure, or the net and Tesseract.
bool CardReader::Confirmed(const Strip& strip, const std::vector<DigitLine>& looks,
                           const Kind& kind, Search& search) {
  std::vector<std::string> candidates;
  for (const DigitLine& look : looks) {
    const auto number = kind.check(look.text());
    if (number) candidates.push_back(*number);
  }
  const auto fused = looks.size() > 1 ? kind.check(Fused(looks[0], looks[1]).text()) : std::nullopt;
  if (fused) candidates.push_back(*fused);
  if (candidates.empty()) return false;
  for (const double height : kLineHeights) {
    const cv::Mat even = strip.Even(static_cast<int>(height));
    const auto second = kind.check(engine_.ReadLine(ViewOf(even)));
    if (search.over()) return false;
    if (!second) continue;
    for (const std::string& candidate : candidates) {
      if (candidate == *second) search.reading.number = candidate;
    }
    if (search.reading.number) return true;
  }
  return false;
}

bool CardReader::ReadAt(const CardPlace& place, const Kind& kind, Search& search) {
  const Strip strip(search.photo.grey(), place, kind.middle);
  std::vector<DigitLine> looks;
  for (const Look& look : kLooks) {
    auto line = LookAt(strip, look, kind.form);
    if (!line && looks.empty()) return false;
    if (!line) continue;
    looks.push_back(std::move(*line));
    if (search.turned && looks.back().margin() > kSureMargin) search.reading.upside_down = true;
    if (looks.size() < 2) continue;
    const DigitLine &one = looks[looks.size() - 2], &other = looks.back();
    const auto number = kind.check(one.text());
    const bool agree = number && one.text() == other.text();
    if (agree && std::min(one.margin(), other.margin()) > kSureMargin) {
      search.reading.number = number;
      return true;
    }
  }
  return Confirmed(strip, looks, kind, search);
}

// True when the search is over.
bool CardReader::ReadAtOneOf(const std::vector<CardPlace>& places, const Kind& kind,
                             Search& search) {
  for (const CardPlace& place : places) {
    if (ReadAt(place, kind, search) || search.over()) return true;
  }
  return false;
}

// Cheapest first: lines of text (most photos end here), then outlines, then all of it turned.
CardReading CardReader::ReadCard(const Photo& photo, const Kind& kind) {
  Search search{photo, CpuMs() + kSearchMsMax, {}};
  std::vector<CardPlace> tried;
  if (kind.stands_alone) {
    tried = FindNumberLines(photo.grey());
    if (ReadAtOneOf(tried, kind, search)) return search.reading;
  }
  for (const auto effort : {Effort::kQuick, Effort::kThorough}) {
    std::vector<CardPlace> places;
    for (const CardGuess& guess : FindCards(photo.colours(), effort)) {
      if (!search.reading.corners) search.reading.corners = guess.corners;
      places.push_back(PlaceOfCorners(guess.corners));
    }
    if (ReadAtOneOf(places, kind, search)) return search.reading;
    tried.insert(tried.end(), places.begin(), places.end());
  }
  for (CardPlace& place : tried) place = place * kTurned;
  search.turned = true;
  ReadAtOneOf(tried, kind, search);
  return search.reading;
}

void CardReader::WarmUp() {
  const Photo empty(cv::Mat(480, 640, CV_8UC3, cv::Scalar::all(128)));
  ReadIdCard(empty);
  ReadServiceCard(empty);
  const cv::Mat line(48, 480, CV_8UC1, cv::Scalar::all(255));
  engine_.ReadLine(ViewOf(line));
}

CardReading CardReader::ReadIdCard(const Photo& photo) {
  return ReadCard(photo, {kIdNumberMiddle, kIdLine, true,
                          [this](std::string_view line) { return PrintedIdNumber(line, rules_); }});
}

CardReading CardReader::ReadServiceCard(const Photo& photo) {
  for (const BarCodeKind kind : {BarCodeKind::kQr, BarCodeKind::kCode128}) {
    const auto payload = ReadBarCode(photo.view(), kind);
    const auto number = payload ? ServiceNumberOfCode(*payload) : std::nullopt;
    if (number) return {number, std::nullopt, false};
  }
  CardReading reading =
      ReadCard(photo, {kServiceNumberMiddle, kServiceLine, false, PrintedServiceNumber});
  if (reading.number) return reading;
  const auto payload = ReadQr(photo);
  if (payload) reading.number = ServiceNumberOfCode(*payload);
  return reading;
}

}  // namespace chunhui::recognize
