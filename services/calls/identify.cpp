#include "services/calls/identify.h"

namespace chunhui::calls {
namespace {

bool HasRole(const Staff& staff, unsigned roles) { return (roles & (1u << staff.role)) != 0; }

Refusal NotAllowed(const Rights& rights, const Caller& caller) {
  if (rights.roles != 0 && caller.staff) {
    return {Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, "this role may not do this"};
  }
  if (rights.visit) return Refuse(v1::REASON_VISIT_ENDED, "no visit, or it has ended");
  return {Code::kUnauthenticated, v1::REASON_SESSION_ENDED, "no session, or it has ended"};
}

}  // namespace

Outcome<Caller> IdentifyDevice(const IdentityView& view, const Peer& peer, const Rights& rights) {
  Caller caller;
  caller.address = peer.address;
  caller.device = ParseDevice(peer.device_uri);
  const bool valid = caller.device && !view.identities.is_revoked(view.db, *caller.device);
  if (valid || rights.open) return caller;
  return Refusal{Code::kUnauthenticated, v1::REASON_NO_CERTIFICATE,
                 "no valid kiosk or desk certificate"};
}

Outcome<Caller> IdentifyPerson(const IdentityView& view, const Peer& peer, const Rights& rights,
                               Caller caller) {
  if (caller.device && !peer.session_token.empty()) {
    caller.staff = view.identities.staff_of_session(
        view.db, view.vault.TokenHash(peer.session_token), *caller.device, view.now);
  }
  if (caller.device && !peer.visit_token.empty()) {
    caller.visit = view.identities.visit_of_token(view.db, view.vault.TokenHash(peer.visit_token),
                                                  *caller.device, peer.occurred_at, view.now);
  }
  const bool allowed = rights.open || rights.device || (rights.visit && caller.visit) ||
                       (caller.staff && HasRole(*caller.staff, rights.roles));
  if (!allowed) return NotAllowed(rights, caller);
  return caller;
}

}  // namespace chunhui::calls
