#include "services/server.h"

#include <google/protobuf/descriptor.h>
#include <grpc/health/v1/health.pb.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>

#include <mutex>
#include <stdexcept>
#include <vector>

#include "services/calls/grpc_service.h"

namespace chunhui::office {
namespace {

constexpr const char* kEnrolmentService = "chunhui.v1.EnrolmentService";
constexpr const char* kServices[] = {
    "chunhui.v1.AssistanceService", "chunhui.v1.AuditService",      "chunhui.v1.ContentService",
    "chunhui.v1.EventService",      "chunhui.v1.FleetService",      "chunhui.v1.MealService",
    "chunhui.v1.PensionService",    "chunhui.v1.PreferenceService", "chunhui.v1.ResidentService",
    "chunhui.v1.StaffService",      "chunhui.v1.VisitService"};

// One keeps up with the writer; a second only takes turns with it on the same connections.
constexpr size_t kAnswerers = 1;

using Services = std::vector<std::unique_ptr<calls::GrpcService>>;

void AddService(const char* name, calls::Dispatcher& dispatcher, calls::WorkerPool& answerers,
                Services& services) {
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(name);
  if (!descriptor) throw std::logic_error(std::string("the contract has no ") + name);
  services.push_back(std::make_unique<calls::GrpcService>(*descriptor, dispatcher, answerers));
}

// Reflection and health are switched on for every server of the process; this switches them off
// again for one, so that the enrolment port serves nothing but Enrol.
class Bare final : public grpc::ServerBuilderOption {
 public:
  void UpdateArguments(grpc::ChannelArguments* arguments) override {
    arguments->SetPointer(grpc::kHealthCheckServiceInterfaceArg, nullptr);
  }
  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
    plugins->clear();
  }
};

// gRPC keeps these switches for the whole process, and may be told only once.
void SwitchOnReflectionAndHealth() {
  static std::once_flag once;
  std::call_once(once, [] {
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    grpc::EnableDefaultHealthCheckService(true);
    // Reflection describes health only when its descriptor is linked in.
    grpc::health::v1::HealthCheckRequest::descriptor();
  });
}

std::shared_ptr<grpc::ServerCredentials> Credentials(const Server::Options& options,
                                                     grpc_ssl_client_certificate_request_type ask) {
  grpc::SslServerCredentialsOptions tls(ask);
  std::string shown = options.certificate_pem;
  if (ask == GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE) {
    // A kiosk that enrols knows only the authority's fingerprint: show it the authority, too.
    shown += options.authority_pem;
  } else {
    tls.pem_root_certs = options.authority_pem;
  }
  tls.pem_key_cert_pairs.push_back({options.key_pem, shown});
  return grpc::SslServerCredentials(tls);
}

void SetLimits(grpc::ServerBuilder& builder, const Server::Options& options,
               const grpc::ResourceQuota& quota) {
  using std::chrono::milliseconds;
  builder.SetResourceQuota(quota);
  builder.SetMaxReceiveMessageSize(kReceiveBytesMax);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS,
                             static_cast<int>(options.streams_max));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS,
                             static_cast<int>(milliseconds(kKeepaliveEvery).count()));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                             static_cast<int>(milliseconds(kKeepaliveTimeout).count()));
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             static_cast<int>(milliseconds(kClientPingsApart).count()));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  // Two offices on one port would be two halves of one queue.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

std::string Endpoint(const std::string& address, int64_t port) {
  const bool ipv6 = address.find(':') != std::string::npos;
  return (ipv6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

std::unique_ptr<grpc::Server> Start(grpc::ServerBuilder& builder, const std::string& endpoint,
                                    const int& port) {
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server && port > 0) return server;
  throw std::runtime_error("cannot listen on " + endpoint +
                           " (taken, not ours, or the TLS files are no good)");
}

}  // namespace

struct Server::Rooms {
  void ServeKiosksAndDesks(const Options& options, calls::Dispatcher& dispatcher);
  void ServeEnrolment(const Options& options, calls::Dispatcher& dispatcher);
  void SayServing(bool serving);

  grpc::ResourceQuota quota{"office"};
  calls::WorkerPool answerers{kAnswerers, store::kQueueJobsMax};
  Services services;
  Services enrolment_services;
  int port = 0;
  int enrolment_port = 0;
  std::unique_ptr<grpc::Server> server;
  std::unique_ptr<grpc::Server> enrolment_server;
};

void Server::Rooms::ServeKiosksAndDesks(const Options& options, calls::Dispatcher& dispatcher) {
  for (const char* name : kServices) AddService(name, dispatcher, answerers, services);
  grpc::ServerBuilder builder;
  const std::string endpoint = Endpoint(options.address, options.port);
  SetLimits(builder, options, quota);
  builder.AddListeningPort(
      endpoint, Credentials(options, GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY),
      &port);
  for (const auto& service : services) builder.RegisterService(service.get());
  server = Start(builder, endpoint, port);
  SayServing(true);
}

void Server::Rooms::ServeEnrolment(const Options& options, calls::Dispatcher& dispatcher) {
  AddService(kEnrolmentService, dispatcher, answerers, enrolment_services);
  grpc::ServerBuilder builder;
  const std::string endpoint = Endpoint(options.address, options.enrolment_port);
  SetLimits(builder, options, quota);
  builder.SetOption(std::make_unique<Bare>());
  builder.AddListeningPort(endpoint, Credentials(options, GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE),
                           &enrolment_port);
  for (const auto& service : enrolment_services) builder.RegisterService(service.get());
  enrolment_server = Start(builder, endpoint, enrolment_port);
}

void Server::Rooms::SayServing(bool serving) {
  grpc::HealthCheckServiceInterface* health = server->GetHealthCheckService();
  for (const char* name : kServices) health->SetServingStatus(name, serving);
  health->SetServingStatus("", serving);
}

Server::Server(const Options& options, calls::Dispatcher& dispatcher)
    : rooms_(std::make_unique<Rooms>()) {
  SwitchOnReflectionAndHealth();
  rooms_->quota.Resize(static_cast<size_t>(options.memory_bytes_max));
  rooms_->ServeKiosksAndDesks(options, dispatcher);
  rooms_->ServeEnrolment(options, dispatcher);
}

Server::~Server() { Shutdown(std::chrono::milliseconds(0)); }

int Server::port() const { return rooms_->port; }
int Server::enrolment_port() const { return rooms_->enrolment_port; }

void Server::Shutdown(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::system_clock::now() + patience;
  if (rooms_->server) rooms_->SayServing(false);
  for (auto* server : {&rooms_->enrolment_server, &rooms_->server}) {
    if (*server) (*server)->Shutdown(deadline);
    server->reset();
  }
}

}  // namespace chunhui::office
