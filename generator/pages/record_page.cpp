#include "pages/record_page.h"

#include <algorithm>
#include <array>

#include "markdown/record_body.h"
#include "pages/computed.h"
#include "pages/computed_words.h"
#include "pages/dataset_page.h"
#include "pages/maps/ward_map.h"
#include "pages/overview/trails.h"
#include "pages/timeline.h"

namespace glasshouse::pages {

namespace {

using schema::Kind;

// More is in the record's JSON: a ward or a topic may be named by tens of thousands.
constexpr std::size_t kLinksShown = 100;

// Fields that every page places itself, and that `details` leaves out.
constexpr std::array kPlaced = {
    "id",      "title",       "summary",         "updated",          "wards",        "topics",
    "related", "corrections", "draft",           "publish_on",       "withdrawn",    "illustrative",
    "licence", "source",      "source_document", "source_paragraph", "redirect_from"};

// The boundary of a ward is drawn, and no text that people read.
bool is_drawn(const CollectionPlan& plan, const FieldPlan& field) {
  return plan.collection->kind() == Kind::ward && field.name == "boundary";
}

bool is_placed(const FieldPlan& plan) {
  return plan.is_files || std::find(kPlaced.begin(), kPlaced.end(), plan.name) != kPlaced.end();
}

Value source_view(const Making& making, Value fields) {
  const Value source = fields["source"];
  if (source.is_map()) {
    return show_source(making, source["document"].text(), source["paragraph"]);
  }
  const std::string_view document = fields["source_document"].text();
  if (document.empty()) return Value();
  return show_source(making, document, fields["source_paragraph"]);
}

// The files that a field describes, then the rest of the record's folder.
Value files_view(const Making& making, const model::Record& record, Value fields) {
  Views files(making.arena());
  std::vector<std::string_view> described;
  for (const FieldPlan& plan : making.theme.plan(*record.collection).fields) {
    if (!plan.is_files) continue;
    for (const Value& file : fields[plan.name]["items"].items()) {
      files.add(file);
      described.push_back(file["name"].text());
    }
  }
  const model::Dataset* dataset = making.theme.site.dataset(record);
  for (const content::Attachment& attachment : record.source->attachments) {
    if (dataset && dataset->is_given(attachment)) continue;  // among its releases
    const bool is_described =
        std::find(described.begin(), described.end(), attachment.name) != described.end();
    if (!is_described) files.add(show_attachment(making, record, attachment));
  }
  return files.value();
}

// Under the name that the rules have for it.
bool is_related(const model::Link& link) {
  return link.field == link.record->collection->definition.field("related");
}

// What it names as related, then what names it so: to a reader they are the same. What a promise
// came from and led to stands on its page already.
Value related_view(const Making& making, const model::Record& record) {
  Views related(making.arena());
  const std::string_view field = record.collection->definition.field("related");
  std::vector<const model::Record*> known;
  const auto add = [&](const model::Record& other) {
    if (other.withdrawn || std::find(known.begin(), known.end(), &other) != known.end()) return;
    if (known.size() == kLinksShown) return;
    known.push_back(&other);
    related.add(show_link(making, other));
  };
  for (const model::Link& link : record.links) {
    if (link.field == field && !is_of_trail(record, link)) add(*link.record);
  }
  for (const model::Link& link : record.linked_from) {
    if (is_related(link) && !is_of_trail(record, link)) add(*link.record);
  }
  return related.value();
}

struct LinkGroup {
  const CollectionPlan* plan = nullptr;
  std::string_view field;
  std::vector<const model::Record*> records;
};

// Where a group stands on a ward's page: what was decided, promised, asked and spent, then whatever
// else names the ward, then its meetings.
int place_on_ward(const LinkGroup& group) {
  constexpr std::array kOrder = {Kind::decision, Kind::commitment, Kind::foi, Kind::saving,
                                 Kind::dataset};
  const Kind kind = group.plan->collection->kind();
  if (kind == Kind::meeting) return static_cast<int>(kOrder.size()) + 1;
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin());
}

std::vector<LinkGroup> group_links(const Making& making, const model::Record& record) {
  std::vector<LinkGroup> groups;
  // A meeting is a ward's whether it says so as its own ward or among several.
  const bool is_ward = record.collection->kind() == Kind::ward;
  for (const model::Link& link : record.linked_from) {
    if (link.record->withdrawn || is_related(link) || is_of_trail(record, link)) continue;
    const CollectionPlan& plan = making.theme.plan(*link.record->collection);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const LinkGroup& each) {
      return each.plan == &plan && (is_ward || each.field == link.field);
    });
    if (group == groups.end()) group = groups.insert(groups.end(), {&plan, link.field, {}});
    group->records.push_back(link.record);
  }
  if (is_ward) {
    std::stable_sort(groups.begin(), groups.end(), [](const LinkGroup& a, const LinkGroup& b) {
      return place_on_ward(a) < place_on_ward(b);
    });
  }
  return groups;
}

// "Promises under this priority" where the strings have it, else the collection's title.
std::string group_title(const Making& making, const LinkGroup& group) {
  std::string_view name = group.field;
  for (const FieldPlan& field : group.plan->fields) {
    if (field.field.name == group.field) name = field.name;
  }
  const std::string_view kind = schema::name_of(group.plan->collection->kind());
  for (const std::string& key :
       {"linked_" + std::string(kind) + "_" + std::string(name), "linked_" + std::string(name)}) {
    const std::string_view title = group.plan->collection->definition.title;
    if (const auto text = making.strings().find(key)) {
      return fill_blanks(*text, {{"things", inside_sentence(title)}, {"Things", title}});
    }
  }
  return std::string(group.plan->collection->definition.title);
}

// A promise shows how it stands by what the records show, not what was declared of it.
Value group_item(const Making& making, const model::Record& record) {
  Value link = show_link(making, record);
  const Value standing = record.derived["status"];
  if (record.collection->kind() == Kind::commitment && standing.is_string()) {
    link.as_map().set(making.arena(), "status", standing_view(making, standing.as_string()));
  }
  return link;
}

Value groups_view(const Making& making, const model::Record& record) {
  const std::vector<LinkGroup> found = group_links(making, record);
  Views groups(making.arena(), found.size());
  for (const LinkGroup& group : found) {
    const std::size_t shown = std::min(group.records.size(), kLinksShown);
    Views items(making.arena(), shown);
    for (std::size_t i = 0; i < shown; ++i) items.add(group_item(making, *group.records[i]));
    View view(making.arena(), 6);
    view.text("title", group_title(making, group))
        .set("kind", group.plan->view["kind"])
        .set("name", group.plan->view["name"])
        .text("count", making.strings().count("records", group.records.size()))
        .set("items", items.value());
    if (shown < group.records.size()) {
      view.text("more", making.strings().count("links_more", group.records.size() - shown));
    }
    groups.add(view);
  }
  return groups.value();
}

Value record_view(const Making& making, const model::Record& record) {
  const CollectionPlan& plan = making.theme.plan(*record.collection);
  View view(making.arena(), 10);
  view.text("id", record.id)
      .text("title", record.title)
      .set("summary", record.fields["summary"])
      .set("collection", plan.view)
      .flag("illustrative", record.illustrative())
      .text("data_href", making.theme.href(record.url) + "index.json");
  const Value status = plan.status ? record.fields[plan.status->field.name] : Value();
  if (status.has_value()) view.set("status", show(making, record, *plan.status, status));
  return view.value();
}

PageFacts facts_of(const Making& making, const model::Record& record) {
  const model::Collection& collection = *record.collection;
  PageFacts facts{.title = record.title, .path = record.url};
  facts.description = record.fields["summary"].text();
  facts.updated = record.fields["updated"].text();
  if (collection.kind() == Kind::page) return facts;
  facts.caption = collection.definition.singular;
  const CollectionPlan& plan = making.theme.plan(collection);
  facts.breadcrumbs = plan.breadcrumbs;
  facts.feed = plan.feed;
  Views data(making.arena(), 7);
  View own(making.arena(), 2);
  own.text("text", making.strings().get("data_record_json"));
  data.add(own.text("href", making.theme.href(record.url) + "index.json"));
  if (collection.kind() == Kind::ward && !record.withdrawn) {
    const std::string folder = making.theme.href(record.url);
    const auto named = [&](std::string_view name) {
      return making.strings().fill(name, {{"ward", record.title}});
    };
    facts.feed = feed_view(making.arena(), named("data_ward_feed"), folder);
    data.add(facts.feed);
    View calendar(making.arena(), 2);
    data.add(
        calendar.text("text", named("data_ward_calendar")).text("href", folder + "calendar.ics"));
  }
  for (const Value& link : plan.data.items()) data.add(link);
  facts.data = data.value();
  return facts;
}

void produce_tombstone(const Making& making, const model::Record& record, std::string& out) {
  const Value withdrawn = record.fields["withdrawn"];
  View context(making.arena(), 8);
  context.set("record", record_view(making, record));
  context.set("date", show_date(making, withdrawn["date"].text()));
  context.set("reason", withdrawn["reason"]);
  PageFacts facts = facts_of(making, record);
  facts.is_listed = false;
  facts.data = Value();
  render_page(making, "withdrawn", facts, context, out);
}

}  // namespace

std::string template_of(const Theme& theme, const model::Collection& collection) {
  std::string own = "collection-" + std::string(collection.name());
  if (theme.templates.contains(own)) return own;
  const std::string kind(schema::name_of(collection.kind()));
  return theme.templates.contains(kind) ? kind : "record";
}

void produce_record(const Making& making, const model::Record& record, std::string& out) {
  if (record.withdrawn) {
    produce_tombstone(making, record, out);
    return;
  }
  const CollectionPlan& plan = making.theme.plan(*record.collection);
  View fields(making.arena(), plan.fields.size());
  Views details(making.arena(), plan.fields.size());
  for (const FieldPlan& field : plan.fields) {
    if (is_drawn(plan, field)) continue;
    const Value shown = show(making, record, field, record.fields[field.field.name]);
    fields.set(field.key, shown);
    if (!is_placed(field) && !shown["missing"].is_true()) details.add(shown);
  }
  View context(making.arena(), 14);
  context.set("record", record_view(making, record))
      .set("fields", fields.value())
      .set("details", details.value())
      .set("source", source_view(making, record.fields))
      .set("files", files_view(making, record, fields.value()))
      .set("groups", groups_view(making, record))
      .set("related", related_view(making, record))
      .set("timeline", timeline_view(making, record))
      .set("computed", computed_view(making, record));
  if (plan.collection->kind() == Kind::ward) context.set("locator", locator_view(making, record));
  if (plan.collection->kind() == Kind::dataset)
    context.set("dataset", dataset_view(making, record));
  const std::string_view body =
      markdown::record_html(making.theme.site, record, making.space, making.diagnostics);
  if (!body.empty()) context.html("body", body);
  render_page(making, plan.template_name, facts_of(making, record), context, out);
}

}  // namespace glasshouse::pages
