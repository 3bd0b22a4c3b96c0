// The commands of the program, one file each. Each reads its own arguments into a struct, does its
// work by calling the rooms, and gives the exit status: 0 done, 1 the content has errors, 2 the call
// is wrong, 3 the machine failed (thrown as std::system_error, caught in main.cpp).
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace glasshouse::commands {

inline constexpr int kDone = 0;
inline constexpr int kContentHasErrors = 1;
inline constexpr int kCallIsWrong = 2;
inline constexpr int kMachineFailed = 3;

/// What runs once the arguments are read.
using Action = std::function<int()>;

/// Each adds its subcommand to the program and sets `action` when it is the one called.
void add_build(CLI::App& program, Action& action);
void add_check(CLI::App& program, Action& action);
void add_serve(CLI::App& program, Action& action);
void add_render(CLI::App& program, Action& action);

}  // namespace glasshouse::commands
