// The office as one plays it: an invented person, every wish granted, nothing stored and nothing
// sent. What was booked is remembered until the line is gone.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/time/clock.h"
#include "kiosk/office/line.h"
#include "kiosk/office/methods.h"
#include "kiosk/practice/play_town.h"

namespace chunhui::practice {

class PlayLine : public office::Line {
 public:
  // `station` is shown as it is; the clock outlives the line.
  PlayLine(const time::Clock& clock, v1::Station station);

  office::Reply Call(const std::string& method, const office::Headers& headers,
                     const std::string& bytes, std::chrono::milliseconds deadline) override;
  // Nothing ever happens on the stream; it stays open until Stop.
  void Read(const std::string& method, const std::string& bytes,
            const std::function<void(const std::string&)>& message) override;
  void Stop() override;

 private:
  using Answer = std::function<office::Reply(const std::string& bytes)>;
  template <typename Request, typename Response>
  void On(const office::Method<Request, Response>& method,
          Response (PlayLine::*answer)(const Request&));
  // Always the same answer.
  template <typename Request, typename Response>
  void Say(const office::Method<Request, Response>& method,
           const std::type_identity_t<Response>& response);

  v1::RecogniseResponse Recognise(const v1::RecogniseRequest& request);
  v1::StartVisitResponse StartVisit(const v1::StartVisitRequest& request);
  v1::QuoteMealsResponse QuoteMeals(const v1::QuoteMealsRequest& request);
  v1::BookMealResponse BookMeal(const v1::BookMealRequest& request);
  v1::CancelMealResponse CancelMeal(const v1::CancelMealRequest& request);
  v1::ListMealBookingsResponse ListMealBookings(const v1::ListMealBookingsRequest& request);
  v1::SignUpResponse SignUp(const v1::SignUpRequest& request);
  v1::WithdrawResponse Withdraw(const v1::WithdrawRequest& request);
  v1::ListSignUpsResponse ListSignUps(const v1::ListSignUpsRequest& request);
  v1::OpenCaseResponse OpenCase(const v1::OpenCaseRequest& request);

  const time::Date first_;  // the first day one plays with: tomorrow
  const v1::Station station_;
  const v1::GetMenuResponse menu_ = PlayMenu(first_);
  const v1::ListEventsResponse events_ = PlayEvents(first_);
  std::map<std::string, Answer> answers_;

  // The kiosk's caller thread only.
  std::vector<v1::MealBooking> bookings_;
  std::map<std::string, v1::SignUp> sign_ups_;  // by event
  int cases_ = 0;

  std::mutex mutex_;
  std::condition_variable stopped_changed_;
  bool stopped_ = false;  // under mutex_
};

}  // namespace chunhui::practice
