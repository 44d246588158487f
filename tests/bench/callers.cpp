#include "tests/bench/callers.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <vector>

#include "tests/bench/figure.h"

namespace chunhui::bench {
namespace {

using grpc::ByteBuffer;

constexpr int kCallersPerConnection = 16;

std::shared_ptr<grpc::Channel> Connect(const Authority& authority, int port, int number) {
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = authority.authority.certificate_pem;
  tls.pem_cert_chain = authority.kiosk.certificate_pem;
  tls.pem_private_key = authority.kiosk.key_pem;
  grpc::ChannelArguments arguments;
  arguments.SetInt("chunhui.connection", number);  // a connection of its own, not a shared one
  return grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(port), grpc::SslCredentials(tls),
                                   arguments);
}

// The state all callers share.
struct Load {
  const MakeQuestion& make_question;
  double until_ms;
  std::atomic<int64_t> next_call = 0;
  std::atomic<int64_t> answered = 0;
  std::atomic<bool> refused = false;
  std::string refusal;
  std::latch running;
};

class Caller {
 public:
  Caller(std::shared_ptr<grpc::Channel> channel, Load& load)
      : stub_(std::move(channel)), load_(load) {}

  // gRPC swallows what a callback throws, so nothing may leave here.
  void Begin() {
    Question question;
    try {
      question = load_.make_question(load_.next_call++);
    } catch (const std::exception& error) {
      return Stop(error.what());
    }
    context_ = std::make_unique<grpc::ClientContext>();
    if (!question.visit_token.empty()) context_->AddMetadata("chunhui-visit", question.visit_token);
    const grpc::Slice slice(question.bytes);
    request_ = ByteBuffer(&slice, 1);
    stub_.UnaryCall(context_.get(), question.method, {}, &request_, &response_,
                    [this](grpc::Status status) { End(status); });
  }

 private:
  void End(const grpc::Status& status) {
    if (!status.ok()) return Stop(status.error_message());
    if (NowMs() >= load_.until_ms) return load_.running.count_down();
    ++load_.answered;
    Begin();
  }

  void Stop(const std::string& why) {
    if (!load_.refused.exchange(true)) load_.refusal = why;
    load_.running.count_down();
  }

  grpc::TemplatedGenericStub<ByteBuffer, ByteBuffer> stub_;
  Load& load_;
  std::unique_ptr<grpc::ClientContext> context_;
  ByteBuffer request_;
  ByteBuffer response_;
};

class EchoService final : public grpc::Service {
 public:
  EchoService() {
    AddMethod(new grpc::internal::RpcServiceMethod("/echo.Echo/Say",
                                                   grpc::internal::RpcMethod::NORMAL_RPC, nullptr));
    MarkMethodRawCallback(0, new grpc::internal::CallbackUnaryHandler<ByteBuffer, ByteBuffer>(
                                 [](grpc::CallbackServerContext* context, const ByteBuffer* request,
                                    ByteBuffer* response) {
                                   *response = *request;
                                   auto* reactor = context->DefaultReactor();
                                   reactor->Finish(grpc::Status::OK);
                                   return reactor;
                                 }));
  }
};

}  // namespace

double CallsPerSecond(const Authority& authority, int port, int callers, double seconds,
                      const MakeQuestion& make_question) {
  std::vector<std::shared_ptr<grpc::Channel>> channels;
  for (int i = 0; i * kCallersPerConnection < callers; ++i) {
    channels.push_back(Connect(authority, port, i));
    if (!channels.back()->WaitForConnected(std::chrono::system_clock::now() +
                                           std::chrono::seconds(5))) {
      throw std::runtime_error("no connection");
    }
  }
  Load load{make_question, NowMs() + seconds * 1000, 0, 0, false, {}, std::latch(callers)};
  std::vector<std::unique_ptr<Caller>> all;
  for (int i = 0; i < callers; ++i) {
    all.push_back(std::make_unique<Caller>(channels[i / kCallersPerConnection], load));
  }
  for (auto& caller : all) caller->Begin();
  load.running.wait();
  if (load.refused) throw std::runtime_error("a call was refused: " + load.refusal);
  return static_cast<double>(load.answered) / seconds;
}

struct EchoServer::Rooms {
  EchoService service;
  int port = 0;
  std::unique_ptr<grpc::Server> server;
};

EchoServer::EchoServer(const Authority& authority) : rooms_(std::make_unique<Rooms>()) {
  grpc::SslServerCredentialsOptions tls(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  tls.pem_root_certs = authority.authority.certificate_pem;
  tls.pem_key_cert_pairs.push_back({authority.server.key_pem, authority.server.certificate_pem});
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(tls), &rooms_->port);
  builder.RegisterService(&rooms_->service);
  rooms_->server = builder.BuildAndStart();
}

EchoServer::~EchoServer() { rooms_->server->Shutdown(); }

int EchoServer::port() const { return rooms_->port; }

}  // namespace chunhui::bench
