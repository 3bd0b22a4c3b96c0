#include "rules/schedule_12a.h"

#include <array>

namespace glasshouse::rules {

namespace {

constexpr std::array kParagraphs = {
    ExemptParagraph{"1", "Information relating to any individual"},
    ExemptParagraph{"2", "Information which is likely to reveal the identity of an individual"},
    ExemptParagraph{"3",
                    "Information relating to the financial or business affairs of any particular "
                    "person (including the authority holding that information)"},
    ExemptParagraph{"4",
                    "Information relating to consultations or negotiations in connection with a "
                    "labour relations matter"},
    ExemptParagraph{"5",
                    "Information in respect of which a claim to legal professional privilege "
                    "could be maintained in legal proceedings"},
    ExemptParagraph{"6",
                    "Information which reveals that the authority proposes to give a notice or "
                    "make an order or direction under an enactment"},
    ExemptParagraph{"7",
                    "Information relating to any action taken or to be taken in connection with "
                    "the prevention, investigation or prosecution of crime"},
    ExemptParagraph{"confidential",
                    "Confidential information, which a government department or the "
                    "law forbids to be made public"},
};

}  // namespace

std::span<const ExemptParagraph> schedule_12a() { return kParagraphs; }

const ExemptParagraph* find_paragraph(std::string_view text) {
  for (const ExemptParagraph& each : kParagraphs) {
    if (each.paragraph == text) return &each;
  }
  return nullptr;
}

}  // namespace glasshouse::rules
