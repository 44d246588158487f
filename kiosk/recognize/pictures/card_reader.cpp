#include "kiosk/recognize/pictures/card_reader.h"

#include <ctime>

#include "kiosk/recognize/digits/evidence.h"
#include "kiosk/recognize/digits/likely_number.h"
#include "kiosk/recognize/pictures/bar_code.h"
#include "kiosk/recognize/pictures/qr_reader.h"
#include "kiosk/recognize/pictures/text_lines.h"

namespace chunhui::recognize {
namespace {

constexpr double kSearchMsMax = 600;  // of processor time; the photo's cap is 800
constexpr double kClearMargin = 3;    // nats
constexpr size_t kLooksTogetherMin = 4;
// A card on its head.
const CardPlace kTurned(-1, 0, kCardWidth, 0, -1, kCardHeight, 0, 0, 1);
constexpr int kLineHeights[] = {48, 40};  // pixels

// They differ in size, place and sharpness, so that they do not all repeat the first one's
// mistakes.
constexpr Look kLooks[] = {{1, 0, 0},   {1.06, 3, 0.6}, {0.94, -3, 0},
                           {1, 2, 1.2}, {1.1, -2, 0},   {0.97, 1, 2}};

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
  NumberCheck check;
};

struct CardReader::Search {
  const Photo& photo;
  double end_ms = 0;
  CardReading reading;
  Evidence evidence;
  bool turned = false;

  bool over() const { return reading.number || CpuMs() > end_ms; }
};

CardReader::CardReader(const IdRules& rules) : rules_(rules), engine_("0123456789X") {}

// Looks until the number is proven; nothing where no line of this form stands.
void CardReader::Look(const Strip& strip, const Kind& kind, Search& search) {
  std::vector<DigitLine> looks;
  for (const recognize::Look& look : kLooks) {
    auto line = FindLine(net_.Read(strip.Levelled(look)), kind.form);
    if (!line && looks.empty()) return;
    if (!line) continue;
    looks.push_back(std::move(*line));
    const double margin = looks.back().margin();
    if (search.turned && margin > kClearMargin) search.reading.upside_down = true;
    const auto number = kind.check(looks.back().text());
    if (number) search.evidence.AddLook(*number, margin);
    search.reading.number = search.evidence.Proven();
    if (search.reading.number) return;
  }
  const DigitLine fused = Fused(looks);
  const auto together = FindLikelyNumber(fused, kind.check);
  if (!together) return;
  search.evidence.Suggest(together->number);
  if (looks.size() < kLooksTogetherMin || !IsSure(*together, fused)) return;
  search.evidence.AddTogether(together->number);
  search.reading.number = search.evidence.Proven();
}

void CardReader::AskOtherReader(const Strip& strip, const Kind& kind, Search& search) {
  for (const int height : kLineHeights) {
    if (search.over()) return;
    cv::Mat even = strip.Even(height);
    const auto number = kind.check(engine_.ReadLine(ViewOf(even)));
    Wipe(even);
    if (number) search.evidence.AddOtherReader(*number);
    search.reading.number = search.evidence.Proven();
  }
}

bool CardReader::ReadAt(const CardPlace& place, const Kind& kind, Search& search) {
  const Strip strip(search.photo.grey(), place, kind.middle);
  const size_t before = search.evidence.size();
  Look(strip, kind, search);
  // Tesseract is slow: only where the net has come upon a number that can be one.
  if (!search.reading.number && search.evidence.size() > before) {
    AskOtherReader(strip, kind, search);
  }
  return search.reading.number.has_value();
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
  Search search{photo, CpuMs() + kSearchMsMax, {}, {}, false};
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
  if (kind.stands_alone && ReadAtOneOf(FindBrokenLines(photo.grey()), kind, search)) {
    return search.reading;
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
