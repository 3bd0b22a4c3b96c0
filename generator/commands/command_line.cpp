#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "base/date.h"
#include "commands/command.h"

namespace glasshouse::commands {

namespace {

using Action = std::function<int()>;

// Empty when the text is an ISO date, else what is wrong: as CLI11 asks of a validator.
std::string check_date(const std::string& text) {
  return parse_date(text) ? "" : "\"" + text + "\" is no date; write it as 2018-06-30";
}

void add_site_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "The site's folder, which holds content/")
      ->type_name("DIR")
      ->capture_default_str()
      ->check(CLI::ExistingDirectory);
  command.add_option("--as-of", arguments.as_of, "The date every clock is read at")
      ->type_name("DATE")
      ->check(check_date);
  command.add_flag("--drafts", arguments.drafts,
                   "Show drafts, and records whose day of publication has not come");
  command.add_option("--jobs", arguments.jobs, "Threads to use; one for each CPU unless given")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
}

// A subcommand whose arguments outlive the reading of the command line.
template <class Arguments>
CLI::App* add_command(CLI::App& program, Action& action, const char* name, const char* description,
                      const std::shared_ptr<Arguments>& arguments, int (*run)(const Arguments&)) {
  CLI::App* command = program.add_subcommand(name, description);
  command->callback(
      [&action, arguments, run] { action = [arguments, run] { return run(*arguments); }; });
  return command;
}

void add_build(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<BuildArguments>();
  CLI::App* command = add_command<BuildArguments>(
      program, action, "build", "Make the site and publish it to a folder", arguments, &build);
  add_site_options(*command, *arguments);
  command
      ->add_option("--base-url", arguments->base_url,
                   "Where the site will live: https://example.org/transparency/")
      ->type_name("URL");
  command->add_option("--out", arguments->out, "The folder to publish to; DIR/public unless given")
      ->type_name("DIR");
  command
      ->add_option("--previous", arguments->previous,
                   "The manifest.json of what is published, where the output does not have it")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->footer("Example: glasshouse build --site council --out /srv/www/transparency");
}

void add_check(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = add_command<CheckArguments>(
      program, action, "check", "Say what is wrong, and publish nothing", arguments, &check);
  add_site_options(*command, *arguments);
  command->add_flag("--strict", arguments->strict,
                    "Fail on warnings and on rules that are not kept, too");
  command->add_option("--format", arguments->format, "How problems are told")
      ->type_name("text|json|sarif")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  command->footer("Example: glasshouse check --strict --format sarif > problems.sarif");
}

void add_serve(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<ServeArguments>();
  CLI::App* command = add_command<ServeArguments>(
      program, action, "serve", "Show the site at 127.0.0.1 while you write it", arguments, &serve);
  add_site_options(*command, *arguments);
  command->add_option("--port", arguments->port, "The port to answer on; 0 for any that is free")
      ->type_name("N")
      ->capture_default_str();
  command->footer("Example: glasshouse serve --site council --drafts");
}

void add_render(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App* command = add_command<RenderArguments>(
      program, action, "render", "Render one template with JSON data, for theme work", arguments,
      &render);
  command->add_option("TEMPLATE", arguments->name, "Its name in the template folders")->required();
  command
      ->add_option("--templates", arguments->folders,
                   "A folder to look in before the built-in theme; may be given again")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  command->add_option("--data", arguments->data, "A JSON object; - reads standard input")
      ->type_name("FILE");
  command->footer("Example: glasshouse render components/tag.njk --data tag.json");
}

}  // namespace

Call read_command_line(int argc, char** argv) {
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
    const bool is_answered = error.get_exit_code() == 0;  // help, the version
    program.exit(error);
    return is_answered ? kDone : kCallIsWrong;
  }
  return action;
}

}  // namespace glasshouse::commands
