// Notices on the kiosks: publish, recall, list. Plain text only.
#pragma once

#include <string>

#include "chunhui/v1/content.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::content {

extern const store::Migration kContentMigrations[1];

inline constexpr int kStationsPerNoticeMax = 200;

// For a kiosk (or a desk nobody is signed in at) what holds now at its station; for staff at a desk
// everything.
calls::Outcome<v1::ListNoticesResponse> ListNotices(calls::Call& call,
                                                    const v1::ListNoticesRequest& request);
// A station id stands for itself and all below it. No station id means all: only by somebody whose
// role covers the whole tree. Kiosks are told at once.
calls::Outcome<v1::PublishNoticeResponse> PublishNotice(calls::Call& call,
                                                        const v1::PublishNoticeRequest& request);
// By whoever could have published it.
calls::Outcome<v1::RecallNoticeResponse> RecallNotice(calls::Call& call,
                                                      const v1::RecallNoticeRequest& request);

// Tells kiosks of notices that begin to hold only now. The office calls it every second or so.
void StartNotices(calls::Call& call);

void AddContentMethods(calls::MethodTable& table);

}  // namespace chunhui::content
