#include "services/calls/grpc_service.h"

#include <google/protobuf/descriptor.h>
#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <charconv>
#include <stdexcept>
#include <thread>

#include "services/calls/grpc_stream.h"

namespace chunhui::calls {
namespace {

constexpr char kUriProperty[] = "peer_uri";  // GRPC_PEER_URI_PROPERTY_NAME: the URI SAN
constexpr size_t kTokenLengthMax = 128;

std::string Metadata(const grpc::CallbackServerContext& context, const char* name) {
  const auto& all = context.client_metadata();
  const auto found = all.find(name);
  if (found == all.end() || found->second.size() > kTokenLengthMax) return {};
  return {found->second.data(), found->second.size()};
}

std::optional<time::Instant> OccurredAt(const grpc::CallbackServerContext& context) {
  const std::string text = Metadata(context, kOccurredAtMetadata);
  int64_t unix_ms = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), unix_ms);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return time::FromUnixMs(unix_ms);
}

std::string DeviceUri(const grpc::CallbackServerContext& context) {
  const auto auth = context.auth_context();
  if (!auth || !auth->IsPeerAuthenticated()) return {};
  const auto uris = auth->FindPropertyValues(kUriProperty);
  return uris.size() == 1 ? std::string(uris[0].data(), uris[0].size()) : std::string{};
}

// "ipv4:127.0.0.1:4711" → "ipv4:127.0.0.1"
std::string AddressOf(const grpc::CallbackServerContext& context) {
  const std::string peer = context.peer();
  return peer.substr(0, peer.rfind(':'));
}

std::string Flatten(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (buffer.TrySingleSlice(&slice).ok()) {
    return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
  }
  if (!buffer.DumpToSingleSlice(&slice).ok()) return {};
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

}  // namespace

Peer PeerOf(const grpc::CallbackServerContext& context) {
  return {DeviceUri(context), Metadata(context, kSessionMetadata),
          Metadata(context, kVisitMetadata), OccurredAt(context), AddressOf(context)};
}

grpc::Status StatusOf(const Answer& answer) {
  if (answer.code == Code::kOk) return grpc::Status::OK;
  v1::RpcStatus status;
  status.set_code(static_cast<int>(answer.code));
  status.set_message(answer.message);
  status.add_details()->PackFrom(DetailOf(answer));
  return {static_cast<grpc::StatusCode>(answer.code), answer.message, status.SerializeAsString()};
}

grpc::ByteBuffer BufferOf(const Bytes& bytes) {
  const grpc::Slice slice(bytes);
  return {&slice, 1};
}

GrpcService::GrpcService(const google::protobuf::ServiceDescriptor& service, Dispatcher& dispatcher,
                         WorkerPool& answerers)
    : dispatcher_(dispatcher), answerers_(answerers) {
  names_.reserve(static_cast<size_t>(service.method_count()));
  for (int i = 0; i < service.method_count(); ++i) {
    const auto& method = *service.method(i);
    names_.push_back("/" + service.full_name() + "/" + method.name());
    const bool known = method.server_streaming() ? dispatcher.HasStream(names_.back())
                                                 : dispatcher.HasMethod(names_.back());
    if (!known) throw std::logic_error("no function for " + names_.back());
    method.server_streaming() ? AddStream(i) : AddUnary(i);
  }
}

void GrpcService::AddUnary(int index) {
  using grpc::ByteBuffer;
  const std::string& name = names_[static_cast<size_t>(index)];
  AddMethod(new grpc::internal::RpcServiceMethod(name.c_str(),
                                                 grpc::internal::RpcMethod::NORMAL_RPC, nullptr));
  MarkMethodRawCallback(
      static_cast<size_t>(index),
      new grpc::internal::CallbackUnaryHandler<ByteBuffer, ByteBuffer>(
          [this, &name](grpc::CallbackServerContext* context, const ByteBuffer* request,
                        ByteBuffer* response) -> grpc::ServerUnaryReactor* {
            auto* reactor = context->DefaultReactor();
            dispatcher_.Call(
                name, PeerOf(*context), Flatten(*request),
                [this, reactor, response, asked_in = std::this_thread::get_id()](Answer answer) {
                  auto finish = [reactor, response, answer = std::move(answer)] {
                    if (answer.code == Code::kOk) *response = BufferOf(answer.response);
                    reactor->Finish(StatusOf(answer));
                  };
                  const bool at_once = std::this_thread::get_id() == asked_in;
                  if (at_once || !answerers_.Submit(finish)) finish();
                });
            return reactor;
          }));
}

void GrpcService::AddStream(int index) {
  using grpc::ByteBuffer;
  const std::string& name = names_[static_cast<size_t>(index)];
  AddMethod(new grpc::internal::RpcServiceMethod(
      name.c_str(), grpc::internal::RpcMethod::SERVER_STREAMING, nullptr));
  MarkMethodRawCallback(
      static_cast<size_t>(index),
      new grpc::internal::CallbackServerStreamingHandler<ByteBuffer, ByteBuffer>(
          [this, &name](grpc::CallbackServerContext* context, const ByteBuffer* request) {
            return MakeStreamReactor(
                dispatcher_.OpenStream(name, PeerOf(*context), Flatten(*request)));
          }));
}

}  // namespace chunhui::calls
