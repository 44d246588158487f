// The queue in the method table.
#include "services/assistance/assistance.h"
#include "services/assistance/cases.h"

namespace chunhui::assistance {

void AddAssistanceMethods(calls::MethodTable& table, Duty& duty) {
  const std::string service = "/chunhui.v1.AssistanceService/";
  const calls::Rights helpers{.roles = kHelpers};
  auto& methods = table.methods;
  methods.push_back(calls::WriteWith<v1::OpenCaseRequest, v1::OpenCaseResponse>(
      service + "OpenCase", calls::AnyDevice(),
      [&duty](calls::Call& call, const v1::OpenCaseRequest& request) {
        return OpenCase(call, request, duty);
      }));
  methods.push_back(calls::WriteWith<v1::GetCaseRequest, v1::GetCaseResponse>(
      service + "GetCase", calls::AnyDevice(),
      [&duty](calls::Call& call, const v1::GetCaseRequest& request) {
        return GetCase(call, request, duty);
      }));
  methods.push_back(calls::Write(service + "ListCases", helpers, ListCases));
  methods.push_back(calls::Write(service + "ClaimCase", helpers, ClaimCase));
  methods.push_back(calls::Write(service + "CloseCase", helpers, CloseCase));
  methods.push_back(calls::Write(service + "WithdrawCase", calls::AnyDevice(), WithdrawCase));
  table.streams.push_back(calls::Stream<v1::WatchCasesRequest>(
      service + "WatchCases", helpers,
      [&duty](calls::Call& call, const v1::WatchCasesRequest& request) {
        return WatchCases(call, request, duty);
      }));
}

}  // namespace chunhui::assistance
