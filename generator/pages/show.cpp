#include "pages/show.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/record_body.h"

namespace glasshouse::pages {

namespace {

using model::FieldType;

std::string text_of(const Making& making, Value value) {
  if (value.is_string()) return std::string(value.as_string());
  if (value.is_number()) return making.strings().number(value.as_number());
  if (value.is_boolean()) return std::string(making.strings().get(value.is_true() ? "yes" : "no"));
  return {};
}

// "45%", "25,120 people"; the unit alone where a string gives it no form of its own.
std::string with_unit(const Strings& strings, std::string_view unit, double number,
                      const std::string& digits) {
  if (unit.empty()) return digits;
  if (unit == "%") return strings.fill("per_cent", {{"amount", digits}});
  if (unit == "GBP") return strings.money(number);
  if (unit == "GBP million") return strings.fill("money_million", {{"amount", digits}});
  const std::string name = "unit_" + std::string(unit) + (number == 1 ? "_one" : "_other");
  if (const auto form = strings.find(name)) return fill_blanks(*form, {{"count", digits}});
  return strings.fill("unit", {{"count", digits}, {"unit", unit}});
}

void set_number(const Making& making, const FieldPlan& plan, double number, View& view) {
  const Strings& strings = making.strings();
  const std::string_view unit = plan.field.unit;
  const std::string digits = plan.is_year ? number_text(number) : strings.number(number);
  const std::string text = with_unit(strings, unit, number, digits);
  // The head of the column names what is counted; a sign stays at its number.
  const bool is_sign = unit == "%" || unit == "GBP" || unit == "GBP million";
  view.number("number", number).text("text", text).text("in_table", is_sign ? text : digits);
  if (unit == "GBP") view.text("short", strings.money_in_words(number));
}

void set_date(const Making& making, std::string_view text, View& view) {
  const Strings& strings = making.strings();
  if (const auto month = strings.month(text)) {
    view.text("text", *month).text("datetime", text);
  } else if (const auto day = parse_date(text)) {
    view.text("text", strings.date(*day)).text("datetime", text);
  } else if (parse_date_part(text)) {
    view.text("text", strings.date_time(text)).text("datetime", text);
  } else {
    view.text("text", text);
  }
}

const model::Record* referred(const Making& making, const FieldPlan& plan, std::string_view text) {
  const model::Site& site = making.theme.site;
  if (plan.field.is_ward_code) return site.ward(text);
  if (!plan.reference.empty()) return site.find(plan.reference, text);
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return nullptr;
  return site.find(text.substr(0, slash), text.substr(slash + 1));
}

// The members of an object by name: what a template asks for, and loops over.
Value show_members(const Making& making, const model::Record& record, const FieldPlan& plan,
                   Value object) {
  View members(making.arena(), plan.members.size());
  for (const FieldPlan& member : plan.members) {
    members.set(member.key, show(making, record, member, object[member.field.name]));
  }
  return members.value();
}

// A file that the record describes.
Value show_file(const Making& making, const model::Record& record, Value object) {
  const std::string_view name = object["file"].text();
  for (const content::Attachment& attachment : record.source->attachments) {
    if (attachment.name != name) continue;
    Value file = show_attachment(making, record, attachment);
    file.as_map().set(making.arena(), "title", object["title"]);
    file.as_map().set(making.arena(), "description", object["description"]);
    return file;
  }
  return View(making.arena(), 2).text("name", name).set("title", object["title"]).value();
}

// One value that is no list.
Value show_single(const Making& making, const model::Record& record, const FieldPlan& plan,
                  FieldType type, Value value) {
  const bool can_be_choice = value.is_string() || value.is_boolean();
  if (can_be_choice && !plan.choices.empty()) {
    const std::string_view text =
        value.is_boolean() ? (value.is_true() ? "true" : "false") : value.as_string();
    const auto choice = plan.choices.find(text);
    if (choice != plan.choices.end()) return choice->second;
  }
  if (plan.is_files) return show_file(making, record, value);
  if (plan.is_source) return show_source(making, value["document"].text(), value["paragraph"]);
  View view(making.arena(), 5);
  view.set("label", plan.label);
  if (value.is_map()) {
    view.set("members", show_members(making, record, plan, value));
    return view.value();
  }
  if (value.is_number()) {
    set_number(making, plan, value.as_number(), view);
    return view.value();
  }
  if (!value.is_string()) return view.text("text", text_of(making, value)).value();
  const std::string_view text = value.as_string();
  if (plan.field.is_reference || plan.field.is_ward_code) {
    if (const model::Record* other = referred(making, plan, text)) {
      Value link = show_link(making, *other);
      link.as_map().set(making.arena(), "label", plan.label);
      return link;
    }
  }
  if (plan.is_month || type == FieldType::date || type == FieldType::date_time) {
    set_date(making, text, view);
  } else if (type == FieldType::markdown) {
    std::string html;
    markdown::append_field_html(html, making.theme.site, record, value,
                                std::string(plan.name) + "-", making.space, making.diagnostics);
    view.html("html", html);
  } else {
    view.set("text", value);
    if (type == FieldType::uri) view.set("href", value);
  }
  return view.value();
}

// The members that any item of a list of objects has: the columns of its table.
Value columns_view(const Making& making, const FieldPlan& plan, Value list) {
  Views columns(making.arena(), plan.members.size());
  for (const FieldPlan& member : plan.members) {
    const auto items = list.items();
    const bool is_used = std::any_of(items.begin(), items.end(), [&](const Value& item) {
      return item[member.field.name].has_value();
    });
    if (!is_used) continue;
    View column(making.arena(), 3);
    column.set("name", member.key).set("label", member.label);
    columns.add(column.flag("number", member.is_number()));
  }
  return columns.value();
}

// "paragraph 7.23c"; a heading that stands for a number is given as it is.
std::string where_in(const Strings& strings, const std::string& paragraph) {
  const bool is_number = !paragraph.empty() && paragraph[0] >= '0' && paragraph[0] <= '9';
  return is_number ? strings.fill("paragraph", {{"paragraph", paragraph}}) : paragraph;
}

bool is_nothing(Value value) {
  return !value.has_value() || (value.is_string() && value.as_string().empty());
}

}  // namespace

Value show(const Making& making, const model::Record& record, const FieldPlan& plan, Value value) {
  if (is_nothing(value)) return plan.missing;
  if (!value.is_list()) return show_single(making, record, plan, plan.field.type, value);
  if (value.as_list().empty()) return plan.none;
  Views items(making.arena(), value.items().size());
  for (const Value& item : value.items()) {
    items.add(show_single(making, record, plan, plan.field.item_type, item));
  }
  View view(making.arena(), 3);
  view.set("label", plan.label).set("items", items.value());
  if (!plan.members.empty()) view.set("columns", columns_view(making, plan, value));
  return view.value();
}

Value show_date(const Making& making, std::string_view text) {
  View view(making.arena(), 2);
  set_date(making, text, view);
  return view.value();
}

Value show_link(const Making& making, const model::Record& record) {
  const CollectionPlan& plan = making.theme.plan(*record.collection);
  View view(making.arena(), 8);
  view.text("text", record.title).text("href", making.theme.href(record.url));
  view.set("kind", plan.view["singular"]);
  view.flag("illustrative", record.illustrative());
  view.set("summary", record.fields["summary"]);
  if (plan.status) {
    const Value status = record.fields[plan.status->field.name];
    if (!is_nothing(status)) view.set("status", show(making, record, *plan.status, status));
  }
  if (plan.when) {
    const Value when = record.fields[plan.when->field.name];
    if (when.is_string()) {
      view.set("when", show_date(making, when.as_string())).set("when_label", plan.when->label);
    }
  }
  return view.value();
}

Value show_attachment(const Making& making, const model::Record& record,
                      const content::Attachment& attachment) {
  const std::string_view name = attachment.name;
  const std::size_t dot = name.rfind('.');
  std::string type(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
  for (char& c : type) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  View view(making.arena(), 6);
  view.text("name", name).text("title", name).text("type", type);
  view.text("href", making.theme.href(record.url) + std::string(name));
  view.text("size", making.strings().file_size(attachment.size));
  return view.value();
}

Value show_source(const Making& making, std::string_view document, Value paragraph) {
  const Strings& strings = making.strings();
  const schema::SourceDocument* known = making.theme.site.settings.document(document);
  View view(making.arena(), 7);
  const std::string_view title = known ? known->title : document;
  view.text("label", strings.get("source")).text("document", title);
  const std::string where = where_in(strings, text_of(making, paragraph));
  view.text_if("where", where);
  view.text("text", where.empty()
                        ? std::string(title)
                        : strings.fill("source_text", {{"document", title}, {"where", where}}));
  if (!known) return view.value();
  view.text_if("author", known->author).text_if("href", known->url);
  if (!known->date.empty()) view.set("date", show_date(making, known->date));
  return view.value();
}

}  // namespace glasshouse::pages
