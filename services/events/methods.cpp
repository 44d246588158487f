// Binds the names of the contract to the functions, with who may call them.
#include "services/events/guests.h"

namespace chunhui::events {

void AddEventsMethods(calls::MethodTable& table) {
  using calls::OnVisit;
  using calls::OnVisitOrByStaff;
  const std::string service = "/chunhui.v1.EventService/";
  for (calls::Method& method : std::vector<calls::Method>{
           // A write, because with a visit it reads a person's record.
           calls::Write(service + "ListEvents", calls::AnyDevice(), ListEvents),
           calls::Write(service + "SignUp", OnVisit(), SignUp),
           calls::Write(service + "Withdraw", OnVisitOrByStaff(kEventStaff), Withdraw),
           calls::Write(service + "AcceptOffer", OnVisit(), AcceptOffer),
           calls::Write(service + "ListSignUps", OnVisit(), ListSignUps),
           calls::Write(service + "CheckIn", OnVisitOrByStaff(kEventStaff), CheckIn),
           calls::Write(service + "PublishEvent", calls::ByStaff(kEventPublishers), PublishEvent),
       }) {
    table.methods.push_back(std::move(method));
  }
}

}  // namespace chunhui::events
