// Sentences about broken promises: what the rule files share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/record.h"

namespace chunhui::tests {

constexpr float kSlack = 0.3F;  // a pixel, rounded

using Broken = std::vector<std::string>;

void Tell(Broken& broken, std::initializer_list<std::string_view> parts);
std::string Named(const kit::Item& item);  // "meals.yes (10.0,300.0 248.0x58.0)"
std::string InTenths(double value);

inline bool IsButton(const kit::Item& item) { return item.role == kit::ItemRole::kButton; }
inline bool InBar(const kit::Item& item) { return item.id.starts_with("bar."); }
// How far apart two boxes are; negative when they overlap.
float GapBetween(const kit::Box& one, const kit::Box& other);
// Lines of a card lie on it and belong to it.
bool Belongs(const kit::Item& part, const kit::Item& whole);

// In words_rules.cpp: what concerns words and how they are written.
void CheckWords(const kit::Record& record, const struct Limits& limits, Broken& broken);

}  // namespace chunhui::tests
