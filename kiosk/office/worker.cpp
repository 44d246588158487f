#include "kiosk/office/worker.h"

#include <algorithm>

#include "core/store/error.h"

namespace chunhui::office {
namespace {

using std::chrono::steady_clock;

// What the office still accepts of a visit that has ended.
constexpr std::chrono::hours kJournalLife{7 * 24};

RawOutcome ToOutcome(const Reply& reply) {
  switch (reply.kind) {
    case Reply::Kind::kAnswered:
      return RawOutcome::Value(reply.bytes);
    case Reply::Kind::kRefused:
      return RawOutcome::Refused(reply.detail);
    case Reply::Kind::kNoAnswer:
      break;
  }
  return RawOutcome::Away();
}

}  // namespace

Worker::Worker(Parts parts, WorkerNews news)
    : line_(parts.line),
      clock_(parts.clock),
      pace_(parts.pace),
      version_(std::move(parts.version)),
      news_(std::move(news)),
      db_(std::move(parts.db)),
      journal_(db_, parts.vault),
      memory_(db_),
      renewal_(std::move(parts.renewal)),
      repeat_wait_(pace_.repeat_first),
      fault_code_(std::move(parts.fault_code)) {}

Worker::~Worker() { Stop(); }

void Worker::Start() {
  journal_.DropOlderThan(clock_.now() - kJournalLife);
  known_ = memory_.Load();
  unanswered_ = journal_.count();
  const auto now = steady_clock::now();
  repeat_at_ = heard_at_ = now;
  heartbeat_at_ = now;
  FetchAll();
  thread_ = std::thread([this] { Loop(); });
}

void Worker::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Worker::Loop() {
  while (true) {
    const Work work = WaitForWork();
    if (const Chore* chore = std::get_if<Chore>(&work); chore && *chore == Chore::kStop) return;
    std::visit([this](const auto& what) { Do(what); }, work);
    const std::lock_guard lock(mutex_);
    working_ = false;
  }
}

void Worker::Do(Chore chore) {
  if (chore == Chore::kRepeat) return RepeatFirst();
  SayHeartbeat();
}

void Worker::Do(const Question& question) {
  question.sending == Sending::kLive ? AskLive(question) : AskKept(question);
}

void Worker::Do(const v1::FollowResponse& update) {
  using Update = v1::FollowResponse;
  Note(true);
  switch (update.update_case()) {
    case Update::kNoticePublished:
      Apply(PublishedChange(update.notice_published(), clock_.now()));
      memory_.Keep(Part::kNotices, known_);
      break;
    case Update::kNoticeRecalled:
      Apply(RecalledChange(update.notice_recalled(), clock_.now()));
      memory_.Keep(Part::kNotices, known_);
      break;
    case Update::kCaseChanged:
      Apply(CaseChange(update.case_changed()));
      break;
    case Update::kMenuChanged:
      Fetch(Part::kMenu);
      break;
    case Update::kEventsChanged:
      Fetch(Part::kEvents);
      break;
    case Update::kResync:
      FetchAll();
      break;
    case Update::kOnDuty:
      if (known_.on_duty == update.on_duty()) break;
      Apply([on_duty = update.on_duty()](Known& known) { known.on_duty = on_duty; });
      break;
    case Update::UPDATE_NOT_SET:
      break;
  }
  if (update.sequence() > 0) memory_.SetSequence(update.sequence());
}

void Worker::Do(Part part) {
  const Reply reply = Call(FetchMethod(part), {}, FetchRequest(part), pace_.deadline);
  if (reply.kind != Reply::Kind::kAnswered) return;  // fetched when the office is back
  const Change change = FetchedChange(part, reply.bytes, clock_.now());
  if (!change) return;
  Apply(change);
  memory_.Keep(part, known_);
}

void Worker::AskLive(const Question& question) {
  const Headers headers{question.session_token, question.visit_token, {}};
  const Reply reply = Call(question.method, headers, question.bytes, pace_.deadline);
  if (reply.kind == Reply::Kind::kAnswered) LearnFromAnswer(question.method, reply.bytes);
  news_.answered(question.number, ToOutcome(reply));
}

void Worker::AskKept(const Question& question) {
  if (question.sending == Sending::kJournal && away_ && !SayHeartbeat()) {
    return news_.answered(question.number, RawOutcome::Away());
  }
  try {
    journal_.Add(
        {question.request_id, question.method, question.bytes, question.visit_token, clock_.now()});
  } catch (const store::StoreError&) {
    // What cannot be kept is not sent: a lost answer could never be asked for again.
    return news_.answered(question.number, RawOutcome::Away());
  }
  ++unanswered_;
  const Headers headers{question.session_token, question.visit_token, {}};
  const Reply reply = Call(question.method, headers, question.bytes, pace_.deadline);
  if (reply.kind != Reply::Kind::kNoAnswer) {
    return Finish(question.number, question.request_id, question.method, reply);
  }
  waiting_[question.request_id] = question.number;
  repeat_wait_ = pace_.repeat_first;
  repeat_at_ = steady_clock::now() + repeat_wait_;
  TellUnanswered();
  news_.answered(question.number, RawOutcome::Checking());
}

void Worker::RepeatFirst() {
  const std::optional<Entry> entry = journal_.First();
  if (!entry) {
    unanswered_ = 0;
    return TellUnanswered();
  }
  const Headers headers{{}, entry->visit_token, time::ToUnixMs(entry->occurred_at)};
  const Reply reply = Call(entry->method, headers, entry->bytes, pace_.repeat_deadline);
  if (reply.kind == Reply::Kind::kNoAnswer) {
    repeat_wait_ = std::min(repeat_wait_ * 2, pace_.repeat_max);
    repeat_at_ = steady_clock::now() + repeat_wait_;
    return;
  }
  const auto waiting = waiting_.find(entry->request_id);
  const int64_t number = waiting == waiting_.end() ? 0 : waiting->second;
  waiting_.erase(entry->request_id);
  Finish(number, entry->request_id, entry->method, reply);
  TellUnanswered();
}

void Worker::Finish(int64_t number, const std::string& request_id, const std::string& method,
                    const Reply& reply) {
  journal_.Remove(request_id);
  --unanswered_;
  if (reply.kind == Reply::Kind::kAnswered) LearnFromAnswer(method, reply.bytes);
  if (number != 0) news_.answered(number, ToOutcome(reply));
}

bool Worker::SayHeartbeat() {
  v1::HeartbeatRequest request;
  request.set_version(version_);
  {
    const std::lock_guard lock(mutex_);
    request.set_fault_code(fault_code_);
  }
  heartbeat_at_ = steady_clock::now() + pace_.heartbeat_every;
  const Reply reply = Call(kHeartbeat.name, {}, request.SerializeAsString(), pace_.deadline);
  if (reply.kind == Reply::Kind::kAnswered && renewal_) renewal_->RenewIfDue(line_, clock_.now());
  return reply.kind != Reply::Kind::kNoAnswer;
}

Reply Worker::Call(const std::string& method, const Headers& headers, const std::string& bytes,
                   std::chrono::milliseconds deadline) {
  Reply reply = line_.Call(method, headers, bytes, deadline);
  // An office that is too busy is there all the same.
  Note(reply.kind != Reply::Kind::kNoAnswer || reply.detail.reason() == v1::REASON_BUSY);
  return reply;
}

void Worker::Note(bool heard) {
  const auto now = steady_clock::now();
  if (heard) heard_at_ = now;
  probe_at_ = now + pace_.probe_every;
  if (away_ == !heard) return;
  away_ = !heard;
  if (heard) {
    repeat_wait_ = pace_.repeat_first;
    repeat_at_ = now;
    FetchAll();
  } else if (known_.on_duty) {
    Apply([](Known& known) { known.on_duty = false; });
  }
  news_.away(away_);
}

void Worker::Apply(const Change& change) {
  change(known_);
  news_.changed(change);
}

void Worker::LearnFromAnswer(const std::string& method, const std::string& bytes) {
  v1::OpenCaseResponse opened;
  v1::GetCaseResponse got;
  v1::WithdrawCaseResponse withdrawn;
  if (method == kOpenCase.name && opened.ParseFromString(bytes)) {
    Apply(CaseChange(opened.case_()));
  } else if (method == kGetCase.name && got.ParseFromString(bytes)) {
    Apply(CaseChange(got.case_()));
  } else if (method == kWithdrawCase.name && withdrawn.ParseFromString(bytes)) {
    Apply(CaseChange(withdrawn.case_()));
  }
}

void Worker::TellUnanswered() { news_.unanswered(unanswered_); }

}  // namespace chunhui::office
