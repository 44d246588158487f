#include "services/meals/meals.h"

namespace chunhui::meals {

const store::Migration kMealsMigrations[1] = {{1, "meals", R"sql(
  -- One dish of one station on one day; its id never changes.
  CREATE TABLE menu_dishes (
    dish_id TEXT PRIMARY KEY,
    station_id TEXT NOT NULL,
    date INTEGER NOT NULL,                -- yyyymmdd
    period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 3),
    rank INTEGER NOT NULL,                -- order in which the kitchen listed them
    name TEXT NOT NULL,
    sides TEXT NOT NULL,
    price_fen INTEGER NOT NULL,
    picture TEXT NOT NULL,
    diet_tags INTEGER NOT NULL,           -- one bit per DietTag
    portions INTEGER NOT NULL,
    sold INTEGER NOT NULL DEFAULT 0 CHECK (sold >= 0),      -- bookings that are not cancelled
    leased INTEGER NOT NULL DEFAULT 0 CHECK (leased >= 0),  -- set aside for kiosks without a line
    name_en TEXT NOT NULL,
    sides_en TEXT NOT NULL,
    CHECK (sold + leased <= portions),
    UNIQUE (station_id, date, period, name)
  );

  -- Date, period and station are those of the dish, kept here for the index and for old menus.
  CREATE TABLE meal_bookings (
    booking_id TEXT PRIMARY KEY,
    dish_id TEXT NOT NULL REFERENCES menu_dishes,
    resident_id TEXT NOT NULL,
    station_id TEXT NOT NULL,
    date INTEGER NOT NULL,
    period INTEGER NOT NULL,
    state INTEGER NOT NULL,               -- MealBookingState
    price_fen INTEGER NOT NULL,           -- frozen when it was booked, as the next two
    subsidy_fen INTEGER NOT NULL CHECK (subsidy_fen BETWEEN 0 AND price_fen),
    subsidy_rule INTEGER NOT NULL,        -- SubsidyRule
    take_away INTEGER NOT NULL,
    visit_id TEXT NOT NULL,               -- a typed number sees only the bookings of its own visit
    booked_at INTEGER NOT NULL,           -- unix ms
    cancelled_at INTEGER
  );
  -- One meal per resident, date and period; also serves the caps of a day and a week.
  CREATE UNIQUE INDEX meal_bookings_one_meal ON meal_bookings (resident_id, date, period)
    WHERE state <> 2;
  CREATE INDEX meal_bookings_of_dish ON meal_bookings (dish_id) WHERE state <> 2;

  -- station_id '' holds everywhere; the row nearest to the station wins.
  CREATE TABLE meal_cut_offs (
    station_id TEXT NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 3),
    days_before INTEGER NOT NULL CHECK (days_before BETWEEN 0 AND 7),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    PRIMARY KEY (station_id, period)
  ) WITHOUT ROWID;
  INSERT INTO meal_cut_offs VALUES ('', 1, 1, 960), ('', 2, 1, 960), ('', 3, 0, 870);

  -- station_id '' holds everywhere; the nearest station that has rows wins with all its rows.
  CREATE TABLE subsidy_rules (
    rule INTEGER PRIMARY KEY,
    station_id TEXT NOT NULL,
    subsidy_class INTEGER NOT NULL,       -- SubsidyClass; 0 = by age alone
    age_from INTEGER NOT NULL,
    age_to INTEGER NOT NULL,              -- included
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
    day_cap INTEGER NOT NULL,             -- subsidised meals; 0 = no cap
    week_cap INTEGER NOT NULL,            -- Monday to Sunday
    only_above INTEGER NOT NULL,          -- only when the price exceeds the amount
    CHECK (percent = 0 OR amount_fen = 0)
  );
  CREATE INDEX subsidy_rules_of_station ON subsidy_rules (station_id);
  INSERT INTO subsidy_rules VALUES
    (1, '', 0, 60,  69,  20,    0, 1, 5, 0),
    (2, '', 0, 70,  79,  30,    0, 1, 5, 0),
    (3, '', 0, 80,  89,  40,    0, 1, 5, 0),
    (4, '', 0, 90, 200, 100,    0, 1, 5, 0),
    (5, '', 1,  0, 200,   0, 1500, 1, 5, 0);
)sql"}};

}  // namespace chunhui::meals
