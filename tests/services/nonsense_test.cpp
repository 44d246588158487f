// Nonsense to every method of the contract: random bytes, and well-formed requests whose fields
// hold what no client of ours would send. The office refuses or answers; it never breaks.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <gtest/gtest.h>

#include <random>

#include "chunhui/v1/audit.pb.h"
#include "core/store/backup.h"
#include "services/audit/audit.h"
#include "services/calls/answer.h"
#include "tests/services/demo_office_on_disk.h"

namespace chunhui::tests {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int kRequestsPerMethod = 12;
constexpr int kDepthMax = 3;

// Those that wear out what the others need (tries, sessions, visits) come last.
constexpr const char* kServices[] = {"AssistanceService", "AuditService",    "ContentService",
                                     "EventService",      "FleetService",    "MealService",
                                     "PensionService",    "ResidentService", "EnrolmentService",
                                     "VisitService",      "StaffService",    "PreferenceService"};

class Nonsense {
 public:
  explicit Nonsense(uint64_t seed) : engine_(seed) {}

  std::string Bytes() {
    std::string bytes(engine_() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(engine_());
    return bytes;
  }

  void Fill(Message& message, int depth = 0) {
    const auto& descriptor = *message.GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
      const FieldDescriptor& field = *descriptor.field(i);
      if (engine_() % 5 == 0) continue;
      const int times = field.is_repeated() ? static_cast<int>(engine_() % 6) : 1;
      for (int n = 0; n < times; ++n) FillField(message, field, depth);
    }
    // Most requests should get beyond the check of their id.
    const FieldDescriptor* request_id = descriptor.FindFieldByName("request_id");
    if (request_id && engine_() % 4 != 0) {
      secrets::FakeRandom random(engine_());
      message.GetReflection()->SetString(&message, request_id, secrets::NewUuid(random));
    }
  }

 private:
  std::string Text() {
    const std::string texts[] = {"",
                                 "x",
                                 "88000001",
                                 "hongfeng",
                                 "hall-1",
                                 "99000001",
                                 std::string(9000, 'a'),
                                 "'; DROP TABLE residents; --",
                                 "王桂兰",
                                 "\xF0\xA0\x85\xA4",
                                 std::string("a\0b", 3),
                                 "110199194403050020",
                                 "../../etc/passwd",
                                 "%s%n",
                                 "\n\r\t"};
    return texts[engine_() % std::size(texts)];
  }
  int64_t Number() {
    const int64_t numbers[] = {0,    1,       -1,        2,         31,        500,
                               2026, 1000000, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
    return numbers[engine_() % std::size(numbers)];
  }

  void FillField(Message& message, const FieldDescriptor& field, int depth) {
    const auto& reflection = *message.GetReflection();
    const bool many = field.is_repeated();
    const auto set = [&](auto one, auto add, auto value) {
      many ? (reflection.*add)(&message, &field, value)
           : (reflection.*one)(&message, &field, value);
    };
    using R = google::protobuf::Reflection;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return set(&R::SetString, &R::AddString, Text());
      case FieldDescriptor::CPPTYPE_INT32:
        return set(&R::SetInt32, &R::AddInt32, static_cast<int32_t>(Number()));
      case FieldDescriptor::CPPTYPE_INT64:
        return set(&R::SetInt64, &R::AddInt64, Number());
      case FieldDescriptor::CPPTYPE_BOOL:
        return set(&R::SetBool, &R::AddBool, engine_() % 2 == 0);
      case FieldDescriptor::CPPTYPE_ENUM:
        return set(&R::SetEnumValue, &R::AddEnumValue, static_cast<int>(engine_() % 12) - 1);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (depth < kDepthMax) {
          Fill(many ? *reflection.AddMessage(&message, &field)
                    : *reflection.MutableMessage(&message, &field),
               depth + 1);
        }
        return;
      default:
        ADD_FAILURE() << "the contract has a kind of field this test does not know: "
                      << field.full_name();
    }
  }

  std::mt19937_64 engine_;
};

class NonsenseTest : public ::testing::Test {
 protected:
  // Everybody who may call at all: a kiosk with a visit, a desk with an admin, a stranger.
  std::vector<calls::Peer> Callers() {
    calls::Peer kiosk;
    kiosk.device_uri = "chunhui://hongfeng/kiosk/hall-1";
    kiosk.visit_token = VisitToken(kiosk);
    calls::Peer desk;
    desk.device_uri = "chunhui://hongfeng/desk/front";
    desk.session_token = SessionToken(desk);
    return {kiosk, desk, calls::Peer{}};
  }

  template <typename Response, typename Request>
  Response Ask(const calls::Peer& peer, const std::string& method, const Request& request) {
    Response response;
    response.ParseFromString(
        demo_.office->dispatcher()
            .CallAndWait("/chunhui.v1." + method, peer, request.SerializeAsString())
            .response);
    return response;
  }
  std::string VisitToken(const calls::Peer& kiosk) {
    v1::RecogniseRequest who;
    who.set_card("88000001");
    const auto found = Ask<v1::RecogniseResponse>(kiosk, "VisitService/Recognise", who);
    v1::StartVisitRequest start;
    start.set_request_id(secrets::NewUuid(demo_.random));
    if (found.candidates_size() > 0) start.set_candidate_token(found.candidates(0).token());
    return Ask<v1::StartVisitResponse>(kiosk, "VisitService/StartVisit", start).visit_token();
  }
  std::string SessionToken(const calls::Peer& desk) {
    v1::SignInRequest request;
    request.set_account("admin");
    request.set_pin("135790");
    return Ask<v1::SignInResponse>(desk, "StaffService/SignIn", request).session_token();
  }

  void Send(const std::string& method, const calls::Peer& peer, const std::string& bytes) {
    const calls::Answer answer = demo_.office->dispatcher().CallAndWait(method, peer, bytes);
    ++sent_[static_cast<int>(answer.code)];
    EXPECT_NE(answer.code, calls::Code::kInternal) << method << ": " << answer.message;
    if (answer.code == calls::Code::kOk) return;
    EXPECT_NE(calls::DetailOf(answer).reason(), v1::REASON_UNSPECIFIED) << method;
  }

  void SendNonsenseTo(const google::protobuf::MethodDescriptor& method, Nonsense& nonsense) {
    const std::string name = "/" + method.service()->full_name() + "/" + method.name();
    const Message* prototype =
        google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.input_type());
    ASSERT_NE(prototype, nullptr) << name;
    for (const calls::Peer& peer : Callers()) {
      for (int i = 0; i < kRequestsPerMethod; ++i) {
        const std::unique_ptr<Message> request(prototype->New());
        nonsense.Fill(*request);
        Send(name, peer, request->SerializePartialAsString());
        Send(name, peer, nonsense.Bytes());
      }
    }
  }

  DemoOfficeOnDisk demo_;
  std::map<int, int> sent_;  // answers by code
};

TEST_F(NonsenseTest, NoMethodBreaksAndTheAuditStaysIntact) {
  Nonsense nonsense(20261122);
  for (const char* service : kServices) {
    const auto* descriptor = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
        std::string("chunhui.v1.").append(service));
    ASSERT_NE(descriptor, nullptr) << service;
    for (int i = 0; i < descriptor->method_count(); ++i) {
      if (descriptor->method(i)->server_streaming()) continue;
      SendNonsenseTo(*descriptor->method(i), nonsense);
    }
  }
  EXPECT_GT(sent_[static_cast<int>(calls::Code::kInvalidArgument)], 500);
  EXPECT_GT(sent_[static_cast<int>(calls::Code::kOk)], 50) << "nothing got past the checks";

  store::Db db = store::Db::OpenFile(demo_.config.database_file(), store::Access::kReadOnly);
  EXPECT_TRUE(audit::VerifyChain(db).intact());
  EXPECT_FALSE(store::IntegrityProblem(db));
}

}  // namespace
}  // namespace chunhui::tests
