#include "kiosk/office/wire/grpc_line.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "kiosk/office/wire/pinned_credentials.h"

namespace chunhui::office {
namespace {

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

void Write(const Headers& headers, grpc::ClientContext& context) {
  if (!headers.session_token.empty()) context.AddMetadata("chunhui-session", headers.session_token);
  if (!headers.visit_token.empty()) context.AddMetadata("chunhui-visit", headers.visit_token);
  if (headers.occurred_at_unix_ms) {
    context.AddMetadata("chunhui-occurred-at", std::to_string(*headers.occurred_at_unix_ms));
  }
}

// A connection that breaks half way may say INTERNAL or UNKNOWN too; the office's own refusals
// carry a detail.
bool IsNoAnswer(const grpc::Status& status) {
  switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::CANCELLED:
      return true;
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
      return status.error_details().empty();
    default:
      return false;
  }
}

// The metadata grpc-status-details-bin holds an RpcStatus with one ErrorDetail.
v1::ErrorDetail DetailOf(const grpc::Status& status) {
  v1::RpcStatus rpc_status;
  v1::ErrorDetail detail;
  const bool readable = rpc_status.ParseFromString(status.error_details()) &&
                        rpc_status.details_size() == 1 && rpc_status.details(0).UnpackTo(&detail);
  return readable ? detail : v1::ErrorDetail{};
}

Reply ToReply(const grpc::Status& status, const grpc::ByteBuffer& response) {
  if (status.ok()) return {Reply::Kind::kAnswered, ToString(response), {}};
  const v1::ErrorDetail detail = DetailOf(status);
  const bool again = IsNoAnswer(status) || detail.reason() == v1::REASON_BUSY;
  return {again ? Reply::Kind::kNoAnswer : Reply::Kind::kRefused, {}, detail};
}

std::shared_ptr<grpc::ChannelCredentials> Credentials(const GrpcLineParts& parts) {
  if (!parts.authority_fingerprint.empty()) return PinnedCredentials(parts.authority_fingerprint);
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = parts.authority_pem;
  tls.pem_cert_chain = parts.certificate_pem;
  tls.pem_private_key = parts.key_pem;
  return grpc::SslCredentials(tls);
}

std::shared_ptr<grpc::Channel> Connect(const GrpcLineParts& parts) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 200);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 1000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2000);
  // Finds a connection that died without a word; the office allows pings every 5 s.
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 15000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 3000);
  arguments.SetInt(GRPC_ARG_MAX_RECEIVE_MESSAGE_LENGTH, 4 << 20);
  return grpc::CreateCustomChannel(parts.address, Credentials(parts), arguments);
}

// The calls on their way, so that Stop reaches them.
class Contexts {
 public:
  void Add(grpc::ClientContext* context) {
    const std::lock_guard lock(mutex_);
    contexts_.insert(context);
    if (stopped_) context->TryCancel();
  }
  void Remove(grpc::ClientContext* context) {
    const std::lock_guard lock(mutex_);
    contexts_.erase(context);
  }
  void Stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    for (grpc::ClientContext* context : contexts_) context->TryCancel();
  }

 private:
  std::mutex mutex_;
  bool stopped_ = false;
  std::set<grpc::ClientContext*> contexts_;
};

class Running {
 public:
  Running(Contexts& contexts, grpc::ClientContext& context)
      : contexts_(contexts), context_(context) {
    contexts_.Add(&context_);
  }
  ~Running() { contexts_.Remove(&context_); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  Contexts& contexts_;
  grpc::ClientContext& context_;
};

// One step of a call: waits for the only thing that was asked of the queue.
bool Wait(grpc::CompletionQueue& queue) {
  void* tag = nullptr;
  bool ok = false;
  return queue.Next(&tag, &ok) && ok;
}

}  // namespace

struct GrpcLine::Inside {
  explicit Inside(const GrpcLineParts& given) : parts(given) {}

  std::shared_ptr<grpc::GenericStub> Stub() {
    const std::lock_guard lock(mutex);
    if (!stub) stub = std::make_shared<grpc::GenericStub>(Connect(parts));
    return stub;
  }

  std::mutex mutex;
  GrpcLineParts parts;                      // under mutex
  std::shared_ptr<grpc::GenericStub> stub;  // under mutex; calls on their way keep theirs
  Contexts contexts;
};

GrpcLine::GrpcLine(const GrpcLineParts& parts) : inside_(std::make_unique<Inside>(parts)) {}
GrpcLine::~GrpcLine() = default;

Reply GrpcLine::Call(const std::string& method, const Headers& headers, const std::string& bytes,
                     std::chrono::milliseconds deadline) {
  grpc::CompletionQueue queue;
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + deadline);
  Write(headers, context);
  const Running running(inside_->contexts, context);
  grpc::ByteBuffer response;
  grpc::Status status;
  const auto stub = inside_->Stub();
  auto call = stub->PrepareUnaryCall(&context, method, ToBuffer(bytes), &queue);
  call->StartCall();
  call->Finish(&response, &status, nullptr);
  Wait(queue);
  return ToReply(status, response);
}

void GrpcLine::Read(const std::string& method, const std::string& bytes,
                    const std::function<void(const std::string&)>& message) {
  grpc::CompletionQueue queue;
  grpc::ClientContext context;
  const Running running(inside_->contexts, context);
  const auto stub = inside_->Stub();
  auto stream = stub->PrepareCall(&context, method, &queue);
  stream->StartCall(nullptr);
  bool going = Wait(queue);
  if (going) {
    stream->WriteLast(ToBuffer(bytes), grpc::WriteOptions(), nullptr);
    going = Wait(queue);
  }
  while (going) {
    grpc::ByteBuffer buffer;
    stream->Read(&buffer, nullptr);
    going = Wait(queue);
    if (going) message(ToString(buffer));
  }
  grpc::Status status;
  stream->Finish(&status, nullptr);
  Wait(queue);
}

void GrpcLine::Renew(const std::string& key_pem, const std::string& certificate_pem) {
  const std::lock_guard lock(inside_->mutex);
  inside_->parts.key_pem = key_pem;
  inside_->parts.certificate_pem = certificate_pem;
  inside_->stub.reset();
}

void GrpcLine::Stop() { inside_->contexts.Stop(); }

}  // namespace chunhui::office
