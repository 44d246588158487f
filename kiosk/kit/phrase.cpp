#include "kiosk/kit/phrase.h"

#include <unicode/messagepattern.h>

#include <algorithm>

namespace chunhui::kit {
namespace {

icu::UnicodeString ToIcu(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

const Argument* FindArgument(Arguments arguments, std::string_view name) {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [name](const Argument& a) { return a.name == name; });
  return found == arguments.end() ? nullptr : &*found;
}

std::string InWords(const Argument& argument) {
  if (const auto* number = std::get_if<int64_t>(&argument.value)) return std::to_string(*number);
  return std::get<std::string>(argument.value);
}

}  // namespace

// True when all arguments are plain, so that pieces_ say everything.
bool Phrase::Parse(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(ToIcu(pattern_), nullptr, status);
  if (U_FAILURE(status) != 0) throw WordsError(name + " is not MessageFormat: " + pattern_);
  bool plain = true;
  int32_t written = 0;
  const icu::UnicodeString& text = parsed.getPatternString();
  const auto add_words = [&](int32_t until) {
    if (until > written) {
      pieces_.push_back({ToUtf8(text.tempSubStringBetween(written, until)), false});
    }
  };
  for (int32_t i = 0; i < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    const auto type = part.getType();
    if (type == UMSGPAT_PART_TYPE_ARG_NUMBER) {
      throw WordsError(name + " has a numbered argument; ours have names: " + pattern_);
    }
    if (type == UMSGPAT_PART_TYPE_ARG_START) {
      plain = plain && part.getArgType() == UMSGPAT_ARG_TYPE_NONE;
      add_words(part.getIndex());
    } else if (type == UMSGPAT_PART_TYPE_ARG_NAME) {
      names_.push_back(ToUtf8(parsed.getSubstring(part)));
      pieces_.push_back({names_.back(), true});
    } else if (type == UMSGPAT_PART_TYPE_ARG_LIMIT) {
      written = part.getLimit();
    } else if (type == UMSGPAT_PART_TYPE_SKIP_SYNTAX || type == UMSGPAT_PART_TYPE_INSERT_CHAR) {
      plain = false;  // quotes: ICU knows how
    }
  }
  add_words(text.length());
  return plain;
}

void Phrase::Compile(const std::string& name, const icu::Locale& locale) {
  if (compiled_) return;
  if (!Parse(name)) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    format_ = std::make_unique<icu::MessageFormat>(ToIcu(pattern_), locale, where, status);
    if (U_FAILURE(status) != 0) throw WordsError(name + " is not MessageFormat: " + pattern_);
  }
  compiled_ = true;
}

std::string Phrase::Format(const std::string& name, const icu::Locale& locale,
                           Arguments arguments) {
  Compile(name, locale);
  for (const std::string& wanted : names_) {
    if (FindArgument(arguments, wanted) == nullptr) {
      throw WordsError(name + " needs the argument {" + wanted + "}");
    }
  }
  return format_ == nullptr ? Join(arguments) : FormatByIcu(arguments);
}

std::string Phrase::Join(Arguments arguments) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.argument ? InWords(*FindArgument(arguments, piece.words)) : piece.words;
  }
  return text;
}

std::string Phrase::FormatByIcu(Arguments arguments) const {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const Argument& argument : arguments) {
    names.push_back(ToIcu(argument.name));
    if (const auto* number = std::get_if<int64_t>(&argument.value)) {
      values.emplace_back(*number);
    } else {
      values.emplace_back(ToIcu(std::get<std::string>(argument.value)));
    }
  }
  icu::UnicodeString text;
  UErrorCode status = U_ZERO_ERROR;
  format_->format(names.data(), values.data(), static_cast<int32_t>(names.size()), text, status);
  if (U_FAILURE(status) != 0) {
    throw WordsError("an argument has the wrong kind (a number or words) for: " + pattern_);
  }
  return ToUtf8(text);
}

}  // namespace chunhui::kit
