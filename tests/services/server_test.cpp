// Who reaches the office over the network, what they may send, and what the two ports serve. A real
// server with real TLS in this process.
#include "services/server.h"

#include <grpc/health/v1/health.pb.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/client_unary_call.h>
#include <grpcpp/support/sync_stream.h>
#include <gtest/gtest.h>

#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "core/secrets/pin.h"
#include "services/calls/stations.h"
#include "services/demo/town_caller.h"
#include "services/fleet/fleet.h"
#include "services/office.h"
#include "services/papers.h"
#include "services/staff/staff.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::office {
namespace {

constexpr const char* kGetStation = "/chunhui.v1.FleetService/GetStation";
constexpr const char* kEnrol = "/chunhui.v1.EnrolmentService/Enrol";
constexpr const char* kBookMeal = "/chunhui.v1.MealService/BookMeal";
const calls::Device kHall{calls::DeviceKind::kKiosk, "station-1", "hall-1"};

// What came back: the code, and the reason behind a refusal.
struct Reply {
  grpc::StatusCode code;
  v1::Reason reason = v1::REASON_UNSPECIFIED;
  std::string bytes;
};

Reply Send(const std::shared_ptr<grpc::Channel>& channel, const char* method,
           const std::string& bytes) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
  const grpc::internal::RpcMethod rpc(method, grpc::internal::RpcMethod::NORMAL_RPC, channel);
  const grpc::Slice slice(bytes);
  grpc::ByteBuffer answer;
  const grpc::Status status = grpc::internal::BlockingUnaryCall(
      channel.get(), rpc, &context, grpc::ByteBuffer(&slice, 1), &answer);
  Reply reply{status.error_code()};
  v1::RpcStatus details;
  v1::ErrorDetail detail;
  if (details.ParseFromString(status.error_details()) && details.details_size() == 1 &&
      details.details(0).UnpackTo(&detail)) {
    reply.reason = detail.reason();
  }
  grpc::Slice whole;
  if (status.ok() && answer.DumpToSingleSlice(&whole).ok()) {
    reply.bytes.assign(reinterpret_cast<const char*>(whole.begin()), whole.size());
  }
  return reply;
}

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() {
    MakeDevicePapers(dir_, "hall", papers_.authority, kHall, clock_.now(), random_);
    office_.dispatcher().RunAsOffice("test", [](calls::Call& call) {
      calls::PutStation(call.db(), {"station-1", "", "Station", "1 Spring Road", "", "", ""});
      fleet::PutDevice(call.db(), {kHall.kind, kHall.id, kHall.station_id, "hall", ""}, call.now());
    });
  }

  Server::Options Options() {
    Server::Options options;
    options.address = "127.0.0.1";
    options.authority_pem = papers_.authority.certificate_pem;
    options.certificate_pem = papers_.server.certificate_pem;
    options.key_pem = papers_.server.key_pem;
    return options;
  }
  std::string Main() const { return "127.0.0.1:" + std::to_string(server_.port()); }
  std::string Enrolment() const { return "127.0.0.1:" + std::to_string(server_.enrolment_port()); }

  // A client that trusts us; `stem` names its own certificate, empty = it has none.
  std::shared_ptr<grpc::Channel> Connect(const std::string& target, const std::string& stem) {
    grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = papers_.authority.certificate_pem;
    if (!stem.empty()) {
      tls.pem_cert_chain = ReadFile(dir_ / (stem + ".pem"));
      tls.pem_private_key = ReadFile(dir_ / (stem + ".key"));
    }
    return grpc::CreateChannel(target, grpc::SslCredentials(tls));
  }
  Reply AskForStation(const std::shared_ptr<grpc::Channel>& channel) {
    return Send(channel, kGetStation, v1::GetStationRequest().SerializeAsString());
  }
  int64_t AuditRows() {
    int64_t rows = 0;
    office_.dispatcher().RunAsOffice("test", [&](calls::Call& call) {
      auto query = call.db().Prepare("SELECT count(*) FROM audit");
      if (query.Step()) rows = query.Int(0);
    });
    return rows;
  }
  // A desk of the office in this process, with an admin signed in.
  demo::TownCaller Admin() {
    const std::string pin_hash = secrets::HashPin("135790", random_);
    office_.dispatcher().RunAsOffice("test", [&](calls::Call& call) {
      fleet::PutDevice(call.db(), {calls::DeviceKind::kDesk, "front", "station-1", "", ""},
                       call.now());
      ASSERT_TRUE(staff::CreateFirstAdmin(call, "root", "station-1", pin_hash).ok());
    });
    demo::TownCaller desk(office_.dispatcher(), random_,
                          {calls::DeviceKind::kDesk, "station-1", "front"});
    v1::SignInRequest request;
    request.set_account("root");
    request.set_pin("135790");
    const auto session = desk.Call<v1::SignInResponse>("StaffService/SignIn", request);
    desk.set_session(session.session_token());
    return desk;
  }

  tests::TemporaryFolder folder_;
  const std::filesystem::path dir_ = folder_.path() / "tls";
  time::SystemClock clock_;
  secrets::SystemRandom random_;
  Papers papers_ = MakePapers(dir_, {"127.0.0.1"}, clock_.now(), random_);
  Office office_{{folder_.path() / "office.db", secrets::MakeKeys(random_), papers_.authority,
                  clock_, random_}};
  Server server_{Options(), office_.dispatcher()};
};

TEST_F(ServerTest, AKioskWithItsCertificateIsAnswered) {
  const Reply reply = AskForStation(Connect(Main(), "hall"));
  ASSERT_EQ(reply.code, grpc::StatusCode::OK);
  v1::GetStationResponse response;
  ASSERT_TRUE(response.ParseFromString(reply.bytes));
  EXPECT_EQ(response.station().name(), "Station");
}

TEST_F(ServerTest, PlaintextAndClientsWithoutACertificateAreTurnedAway) {
  for (const std::string& target : {Main(), Enrolment()}) {
    const auto plain = grpc::CreateChannel(target, grpc::InsecureChannelCredentials());
    EXPECT_EQ(AskForStation(plain).code, grpc::StatusCode::UNAVAILABLE) << target;
  }
  EXPECT_EQ(AskForStation(Connect(Main(), "")).code, grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServerTest, ACertificateOfAnotherAuthorityIsTurnedAway) {
  const Papers stranger = MakePapers(folder_.path() / "other", {}, clock_.now(), random_);
  MakeDevicePapers(dir_, "forged", stranger.authority, kHall, clock_.now(), random_);
  EXPECT_EQ(AskForStation(Connect(Main(), "forged")).code, grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServerTest, ARevokedKioskIsRefusedAtOnce) {
  const auto hall = Connect(Main(), "hall");
  ASSERT_EQ(AskForStation(hall).code, grpc::StatusCode::OK);
  v1::RevokeKioskRequest request;
  request.set_kiosk_id("hall-1");
  Admin().Call<v1::RevokeKioskResponse>("FleetService/RevokeKiosk", request);
  const Reply reply = AskForStation(hall);
  EXPECT_EQ(reply.code, grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(reply.reason, v1::REASON_NO_CERTIFICATE);
}

TEST_F(ServerTest, AKioskNobodyListedIsRefused) {
  MakeDevicePapers(dir_, "ghost", papers_.authority,
                   {calls::DeviceKind::kKiosk, "station-1", "ghost-1"}, clock_.now(), random_);
  EXPECT_EQ(AskForStation(Connect(Main(), "ghost")).reason, v1::REASON_NO_CERTIFICATE);
}

TEST_F(ServerTest, MalformedBytesAreInvalidArgumentsAndLeaveNothing) {
  const auto hall = Connect(Main(), "hall");
  const int64_t rows = AuditRows();
  for (const std::string& bytes : {std::string("\xff\xff\xff"),
                                   std::string("\x0a\x05"
                                               "ab"),
                                   std::string("\x0a\x02\xc3\x28"), std::string(3 << 20, 'x')}) {
    const Reply reply = Send(hall, kBookMeal, bytes);
    EXPECT_EQ(reply.code, grpc::StatusCode::INVALID_ARGUMENT) << bytes.size();
    EXPECT_EQ(reply.reason, v1::REASON_MALFORMED) << bytes.size();
  }
  EXPECT_EQ(AuditRows(), rows);
}

TEST_F(ServerTest, ARequestBeyondAllMeasureIsCutOffAndTheOfficeGoesOn) {
  const auto hall = Connect(Main(), "hall");
  EXPECT_EQ(Send(hall, kBookMeal, std::string(kReceiveBytesMax + 1, 'x')).code,
            grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(AskForStation(hall).code, grpc::StatusCode::OK);
}

TEST_F(ServerTest, UnknownMethodsAndServicesAreUnimplemented) {
  const auto hall = Connect(Main(), "hall");
  EXPECT_EQ(Send(hall, "/chunhui.v1.MealService/EatMeal", "").code,
            grpc::StatusCode::UNIMPLEMENTED);
  EXPECT_EQ(Send(hall, "/chunhui.v1.WineService/Pour", "").code, grpc::StatusCode::UNIMPLEMENTED);
}

TEST_F(ServerTest, AKioskEnrolsWithItsTokenOnceAndIsThenAnswered) {
  const auto door = Connect(Enrolment(), "");
  const secrets::KeyAndRequest own = secrets::MakeKeyAndRequest("new");
  v1::CreateEnrolmentRequest wanted;
  wanted.set_kiosk_id("new-1");
  wanted.set_place("door");
  v1::EnrolRequest request;
  request.set_token(
      Admin().Call<v1::CreateEnrolmentResponse>("FleetService/CreateEnrolment", wanted).token());
  request.set_csr_pem(own.request_pem);
  const Reply reply = Send(door, kEnrol, request.SerializeAsString());
  ASSERT_EQ(reply.code, grpc::StatusCode::OK);
  v1::EnrolResponse enrolled;
  ASSERT_TRUE(enrolled.ParseFromString(reply.bytes));
  WriteNewFile(dir_ / "new.key", own.key_pem, FileMode::kSecret);
  WriteNewFile(dir_ / "new.pem", enrolled.certificate_pem(), FileMode::kPublic);
  EXPECT_EQ(AskForStation(Connect(Main(), "new")).code, grpc::StatusCode::OK);

  const Reply again = Send(door, kEnrol, request.SerializeAsString());
  EXPECT_EQ(again.code, grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(again.reason, v1::REASON_TOKEN_INVALID);
}

TEST_F(ServerTest, TheEnrolmentPortServesNothingElseAndTheMainPortNoEnrolment) {
  const auto door = Connect(Enrolment(), "hall");
  for (const char* method : {kGetStation, kBookMeal, "/grpc.health.v1.Health/Check",
                             "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"}) {
    EXPECT_EQ(Send(door, method, "").code, grpc::StatusCode::UNIMPLEMENTED) << method;
  }
  EXPECT_EQ(Send(Connect(Main(), "hall"), kEnrol, "").code, grpc::StatusCode::UNIMPLEMENTED);
}

TEST_F(ServerTest, HealthSaysServingOfTheWholeAndOfEachService) {
  const auto hall = Connect(Main(), "hall");
  for (const char* service : {"", "chunhui.v1.MealService", "chunhui.v1.StaffService"}) {
    grpc::health::v1::HealthCheckRequest request;
    request.set_service(service);
    const Reply reply = Send(hall, "/grpc.health.v1.Health/Check", request.SerializeAsString());
    ASSERT_EQ(reply.code, grpc::StatusCode::OK) << service;
    grpc::health::v1::HealthCheckResponse health;
    ASSERT_TRUE(health.ParseFromString(reply.bytes));
    EXPECT_EQ(health.status(), grpc::health::v1::HealthCheckResponse::SERVING) << service;
  }
}

// One question to the reflection service, as bytes of a ServerReflectionRequest; its answer as
// text.
std::string Reflect(const std::shared_ptr<grpc::Channel>& channel, const std::string& question) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
  const grpc::internal::RpcMethod rpc(
      "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
      grpc::internal::RpcMethod::BIDI_STREAMING, channel);
  const std::unique_ptr<grpc::ClientReaderWriter<grpc::ByteBuffer, grpc::ByteBuffer>> stream(
      grpc::internal::ClientReaderWriterFactory<grpc::ByteBuffer, grpc::ByteBuffer>::Create(
          channel.get(), rpc, &context));
  const grpc::Slice slice(question);
  grpc::ByteBuffer answer;
  grpc::Slice whole;
  const bool answered = stream->Write(grpc::ByteBuffer(&slice, 1)) && stream->Read(&answer) &&
                        answer.DumpToSingleSlice(&whole).ok();
  context.TryCancel();
  if (!answered) return {};
  return {reinterpret_cast<const char*>(whole.begin()), whole.size()};
}

TEST_F(ServerTest, ReflectionListsAndDescribesEveryService) {
  const auto hall = Connect(Main(), "hall");
  const std::string services = Reflect(hall, "\x3a\x01*");  // field 7, list_services = "*"
  for (const char* service :
       {"chunhui.v1.AssistanceService", "chunhui.v1.AuditService", "chunhui.v1.ContentService",
        "chunhui.v1.EventService", "chunhui.v1.FleetService", "chunhui.v1.MealService",
        "chunhui.v1.PensionService", "chunhui.v1.ResidentService", "chunhui.v1.StaffService",
        "chunhui.v1.VisitService", "grpc.health.v1.Health"}) {
    EXPECT_NE(services.find(service), std::string::npos) << service;
    std::string symbol = service;  // field 4, file_containing_symbol
    symbol.insert(0, {'\x22', static_cast<char>(symbol.size())});
    const std::string file = Reflect(hall, symbol);
    EXPECT_NE(file.find("Response"), std::string::npos) << service << " is not described";
  }
  EXPECT_EQ(services.find("EnrolmentService"), std::string::npos);
}

TEST_F(ServerTest, ATakenPortIsSaidByName) {
  Server::Options options = Options();
  options.port = server_.port();
  try {
    const Server second(options, office_.dispatcher());
    FAIL() << "two servers listen on one port";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find(Main()), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace chunhui::office
