#include "services/desk/client.h"

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/client_unary_call.h>
#include <grpcpp/support/sync_stream.h>

#include <chrono>
#include <mutex>
#include <thread>

#include "services/papers.h"

namespace chunhui::desk {
namespace {

constexpr std::chrono::seconds kCallTimeout{10};
// With one more try after each, a write survives an office that is being restarted.
constexpr std::chrono::milliseconds kWaitsBeforeNextTry[] = {std::chrono::milliseconds(300),
                                                             std::chrono::milliseconds(1000),
                                                             std::chrono::milliseconds(2000)};
constexpr const char* kSessionMetadata = "chunhui-session";

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToBytes(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

Trouble ToTrouble(const grpc::Status& status) {
  const bool no_answer = status.error_code() == grpc::StatusCode::UNAVAILABLE ||
                         status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED;
  Trouble trouble{
      no_answer ? Trouble::Kind::kNoAnswer : Trouble::Kind::kRefused, status.error_message(), {}};
  v1::RpcStatus details;
  if (details.ParseFromString(status.error_details()) && details.details_size() > 0) {
    details.details(0).UnpackTo(&trouble.detail);
  }
  return trouble;
}

}  // namespace

struct Client::Connection {
  std::shared_ptr<grpc::Channel> channel;
  std::mutex mutex;
  grpc::ClientContext* following = nullptr;  // under mutex
  bool cancelled = false;                    // under mutex
};

Client::Client(const Settings& settings, secrets::Random& random)
    : connection_(std::make_unique<Connection>()), random_(random) {
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = office::ReadFile(settings.authority);
  tls.pem_cert_chain = office::ReadFile(settings.certificate);
  tls.pem_private_key = office::ReadSecretFile(settings.key);
  connection_->channel = grpc::CreateChannel(settings.office, grpc::SslCredentials(tls));
}

Client::~Client() = default;

std::variant<std::string, Trouble> Client::CallBytes(const std::string& method,
                                                     const std::string& request) {
  const std::string name = "/chunhui.v1." + method;
  const grpc::internal::RpcMethod rpc(name.c_str(), grpc::internal::RpcMethod::NORMAL_RPC,
                                      connection_->channel);
  for (size_t tries = 0;; ++tries) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + kCallTimeout);
    if (!session_token_.empty()) context.AddMetadata(kSessionMetadata, session_token_);
    grpc::ByteBuffer answer;
    const grpc::Status status = grpc::internal::BlockingUnaryCall(
        connection_->channel.get(), rpc, &context, ToBuffer(request), &answer);
    if (status.ok()) return ToBytes(answer);
    Trouble trouble = ToTrouble(status);
    const bool last = tries == std::size(kWaitsBeforeNextTry);
    if (trouble.kind != Trouble::Kind::kNoAnswer || last) return trouble;
    std::this_thread::sleep_for(kWaitsBeforeNextTry[tries]);
  }
}

Trouble Client::Follow(const std::string& method, const std::string& request,
                       const std::function<bool(const std::string&)>& take) {
  const std::string name = "/chunhui.v1." + method;
  const grpc::internal::RpcMethod rpc(name.c_str(), grpc::internal::RpcMethod::SERVER_STREAMING,
                                      connection_->channel);
  grpc::ClientContext context;
  if (!session_token_.empty()) context.AddMetadata(kSessionMetadata, session_token_);
  {
    const std::lock_guard lock(connection_->mutex);
    if (connection_->cancelled) return {Trouble::Kind::kRefused, "cancelled", {}};
    connection_->following = &context;
  }
  const std::unique_ptr<grpc::ClientReader<grpc::ByteBuffer>> reader(
      grpc::internal::ClientReaderFactory<grpc::ByteBuffer>::Create(connection_->channel.get(), rpc,
                                                                    &context, ToBuffer(request)));
  grpc::ByteBuffer message;
  while (reader->Read(&message)) {
    if (!take(ToBytes(message))) context.TryCancel();
  }
  const grpc::Status status = reader->Finish();
  const std::lock_guard lock(connection_->mutex);
  connection_->following = nullptr;
  return ToTrouble(status);
}

void Client::Cancel() {
  const std::lock_guard lock(connection_->mutex);
  connection_->cancelled = true;
  if (connection_->following) connection_->following->TryCancel();
}

}  // namespace chunhui::desk
