// One server stream of gRPC, fed from a Subscription.
#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <variant>

#include "services/calls/answer.h"
#include "services/calls/publisher.h"

namespace chunhui::calls {

grpc::Status StatusOf(const Answer& answer);
grpc::ByteBuffer BufferOf(const Bytes& bytes);

// Owns itself, as gRPC reactors do: gone after OnDone.
grpc::ServerWriteReactor<grpc::ByteBuffer>* MakeStreamReactor(
    std::variant<std::shared_ptr<Subscription>, Answer> opened);

}  // namespace chunhui::calls
