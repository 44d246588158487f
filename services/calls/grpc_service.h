// Serves one service of the contract over gRPC's callback API, every method through the Dispatcher.
// No generated service code: the methods come from the descriptor (docs/decisions/0003).
#pragma once

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <string>
#include <vector>

#include "services/calls/dispatcher.h"

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
  // Throws std::logic_error when the dispatcher lacks a method of the service. Both must outlive
  // this object.
  GrpcService(const google::protobuf::ServiceDescriptor& service, Dispatcher& dispatcher);

 private:
  void AddUnary(int index);
  void AddStream(int index);

  Dispatcher& dispatcher_;
  std::vector<std::string> names_;  // "/chunhui.v1.MealService/BookMeal"; gRPC keeps pointers
};

}  // namespace chunhui::calls
