// Reads the command line and dispatches; the commands do the work.
#include <fmt/format.h>

#include <cstdio>
#include <new>
#include <system_error>

#include "commands/command.h"

int main(int argc, char** argv) {
  using namespace glasshouse::commands;
  CLI::App program("Makes a council's transparency website from its records.", "glasshouse");
  program.set_version_flag("--version", "glasshouse " GLASSHOUSE_VERSION);
  program.require_subcommand(1);
  program.footer("Run \"glasshouse COMMAND --help\" for what a command takes.");
  Action action;
  add_build(program, action);
  add_check(program, action);
  add_serve(program, action);
  add_render(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked_for_help = error.get_exit_code() == 0;
    program.exit(error);
    return asked_for_help ? kDone : kCallIsWrong;
  }
  try {
    return action();
  } catch (const std::system_error& error) {
    fmt::print(stderr, "glasshouse: {}\nNothing was published: the site is as it was.\n",
               error.what());
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "glasshouse: there is not enough memory\n"
                       "Nothing was published: the site is as it was.\n");
  }
  return kMachineFailed;
}
