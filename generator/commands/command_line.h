// The command line, as docs/commands.md describes it. The only file that knows CLI11.
#pragma once

#include <functional>
#include <variant>

namespace glasshouse::commands {

/// What the call asks for: a command to run, or the exit status of a call that is already answered
/// (help, the version, a mistake that has been told).
using Call = std::variant<std::function<int()>, int>;

[[nodiscard]] Call read_command_line(int argc, char** argv);

}  // namespace glasshouse::commands
