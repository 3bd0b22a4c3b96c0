#include "schema/validate.h"

#include "schema/compiled/check.h"
#include "schema/compiled/compile.h"

namespace glasshouse::schema {

struct Schema::Compiled {
  Program program;
  std::string_view file;
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::~Schema() = default;

std::unique_ptr<Schema> Schema::compile(Value schema, std::string_view file,
                                        Diagnostics& diagnostics) {
  Diagnostics found;
  Program program = schema::compile(schema, file, {}, found);
  for (const Diagnostic& problem : found.sorted()) diagnostics.add(problem);
  if (found.has_errors()) return nullptr;
  return std::unique_ptr<Schema>(
      new Schema(std::make_unique<Compiled>(Compiled{std::move(program), file})));
}

bool Schema::validate(const content::SourceRecord& record, const Vocabulary& vocabulary,
                      Diagnostics& diagnostics) const {
  const Surroundings surroundings{&record, &vocabulary};
  // Most records are good: the first walk only asks, and is the faster for it.
  Checker asking(surroundings, nullptr);
  if (asking.check(*compiled_->program.root, record.fields)) return true;
  const Explainer explain(record.file, record.mark, compiled_->file, diagnostics);
  Checker telling(surroundings, &explain);
  if (!asking.gave_up()) telling.check(*compiled_->program.root, record.fields);
  if (asking.gave_up() || telling.gave_up()) explain.gave_up();
  return false;
}

}  // namespace glasshouse::schema
