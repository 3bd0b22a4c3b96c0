// Reads the command line and dispatches; the commands do the work.
#include <fmt/format.h>

#include <cstdio>
#include <new>
#include <system_error>

#include "commands/command.h"
#include "commands/command_line.h"

int main(int argc, char** argv) {
  using namespace glasshouse::commands;
  const Call call = read_command_line(argc, argv);
  if (const int* status = std::get_if<int>(&call)) return *status;
  try {
    return std::get<std::function<int()>>(call)();
  } catch (const std::system_error& error) {
    fmt::print(stderr, "glasshouse: {}\nNothing was published: the site is as it was.\n",
               error.what());
  } catch (const std::bad_alloc&) {
    fmt::print(stderr,
               "glasshouse: there is not enough memory\n"
               "Nothing was published: the site is as it was.\n");
  }
  return kMachineFailed;
}
