// Serves one service of the contract over gRPC's callback API, every method through the Dispatcher.
// No generated service code: the methods come from the descriptor (docs/decisions/0003).
#pragma once

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <string>
#include <vector>

#include "services/calls/dispatcher.h"
#include "services/calls/worker_pool.h"

namespace google::protobuf {
class ServiceDescriptor;
}

namespace chunhui::calls {

// Names of the metadata clients send beside their requests.
inline constexpr char kSessionMetadata[] = "chunhui-session";
inline constexpr char kVisitMetadata[] = "chunhui-visit";
inline constexpr char kOccurredAtMetadata[] = "chunhui-occurred-at";  // unix ms

class GrpcService final : public grpc::Service {
 public:
  // Throws std::logic_error when the dispatcher lacks a method of the service. All must outlive
  // this object. Answers that come later are sent by `answerers`, so that the writer goes on with
  // its next group while they are encrypted and written to their sockets.
  GrpcService(const google::protobuf::ServiceDescriptor& service, Dispatcher& dispatcher,
              WorkerPool& answerers);

 private:
  void AddUnary(int index);
  void AddStream(int index);

  Dispatcher& dispatcher_;
  WorkerPool& answerers_;
  std::vector<std::string> names_;  // "/chunhui.v1.MealService/BookMeal"; gRPC keeps pointers
};

}  // namespace chunhui::calls
