#include "pages/maps/ward_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/json.h"

namespace glasshouse::pages {

namespace {

// Of a shape on its page.
std::string shape_id(std::size_t number) { return fmt::format("gh-ward-{}", number + 1); }

using PlaceOf = std::unordered_map<const model::Record*, std::size_t>;

// Where each ward stands among the current ones.
PlaceOf places_of(const CollectionPlan& wards) {
  PlaceOf places;
  for (std::size_t i = 0; i < wards.current.size(); ++i) places[wards.current[i]] = i;
  return places;
}

Value shapes_view(const Making& making, const WardShapes& drawn) {
  Views views(making.arena(), drawn.shapes.size());
  for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
    const WardShape& shape = drawn.shapes[i];
    View view(making.arena(), 5);
    view.text("id", shape_id(i)).text("path", shape.path).text_if("label", shape.label);
    if (!shape.label.empty()) view.number("x", shape.x).number("y", shape.y);
    views.add(view);
  }
  return views.value();
}

std::string where(const Making& making, const CollectionPlan& wards, const WardFigure& figure,
                  double value) {
  std::size_t count = 0;
  const model::Record* first = nullptr;
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    if (figure.values[i] != value) continue;
    if (count++ == 0) first = wards.current[i];
  }
  return count == 1 ? std::string(first->title) : making.strings().count("blank_wards", count);
}

// "Population: from 9,802 people in Castle Vale to 28,010 people in Alum Rock".
std::string title_of(const Making& making, const CollectionPlan& wards, const WardFigure& figure) {
  double least = INFINITY, most = -INFINITY;
  for (const std::optional<double> value : figure.values) {
    if (!value) continue;
    least = std::min(least, *value);
    most = std::max(most, *value);
  }
  const std::string low = figure_text(making, figure, least);
  if (least == most) {
    return making.strings().fill("map_title_same", {{"figure", figure.label}, {"value", low}});
  }
  return making.strings().fill("map_title", {{"figure", figure.label},
                                             {"low", low},
                                             {"low_in", where(making, wards, figure, least)},
                                             {"high", figure_text(making, figure, most)},
                                             {"high_in", where(making, wards, figure, most)}});
}

std::string class_text(const Making& making, const WardFigure& figure, const MapClass& each) {
  if (each.from == each.to) return figure_text(making, figure, each.from);
  return making.strings().fill(each.is_open ? "map_class_open" : "map_class",
                               {{"from", figure_digits(making, figure, each.from)},
                                {"to", figure_text(making, figure, each.to)}});
}

Value legend_view(const Making& making, const WardFigure& figure) {
  Views legend(making.arena(), kShades + 1);
  const auto add = [&](std::size_t shade, std::string_view text, std::size_t wards) {
    View view(making.arena(), 3);
    view.number("shade", static_cast<double>(shade))
        .text("text", text)
        .text("count", making.strings().count("blank_wards", wards));
    legend.add(view);
  };
  for (const MapClass& each : figure.classes.classes) {
    if (each.wards > 0) add(each.shade, class_text(making, figure, each), each.wards);
  }
  const auto without = static_cast<std::size_t>(std::ranges::count_if(
      figure.values, [](const std::optional<double>& value) { return !value; }));
  if (without > 0) add(0, making.strings().get("map_no_figure"), without);
  return legend.value();
}

// `number` is the place of the figure in the JSON, from 1.
Value table_view(const Making& making, const CollectionPlan& wards, const WardFigure& figure,
                 std::size_t number) {
  Arena& arena = making.arena();
  Views rows(arena, wards.current.size());
  for (std::size_t i = 0; i < wards.current.size(); ++i) {
    View cell(arena, 2);
    if (figure.values[i]) {
      cell.text("text", figure_digits(making, figure, *figure.values[i]))
          .text("place", fmt::format("figures.{}.values.{}", number - 1, wards.current[i]->id));
    }
    View row(arena, 3);
    row.text("text", wards.current[i]->title)
        .text("href", making.theme.href(wards.current[i]->url))
        .set("cells", Views(arena, 1).add(cell).value());
    rows.add(row);
  }
  View table(arena, 3);
  table.text("first", wards.collection->definition.singular)
      .set("columns", Views(arena, 1).add(Value::string(arena, figure.label)).value())
      .set("rows", rows.value());
  return table.value();
}

// How the classes were cut: in the JSON, and the string that says it.
struct Method {
  std::string_view name, string;
};
Method method_of(const MapClasses& classes) {
  if (classes.is_each_value) return {"each", "map_classes_each"};
  if (classes.method == schema::MapClasses::equal) return {"equal", "map_classes_equal"};
  return {"quantiles", "map_classes_quantiles"};
}

Value areas_view(const Making& making, const WardShapes& drawn, const PlaceOf& places,
                 const WardFigure& figure) {
  Views areas(making.arena(), drawn.shapes.size());
  for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
    const model::Record& ward = *drawn.shapes[i].ward;
    const std::optional<double> value = figure.values[places.at(&ward)];
    const std::string text = value ? figure_text(making, figure, *value)
                                   : std::string(making.strings().get("map_no_figure"));
    View view(making.arena(), 4);
    view.text("id", shape_id(i))
        .text("href", making.theme.href(ward.url))
        .text("text", fmt::format("{}: {}", ward.title, text))
        .number("shade", static_cast<double>(figure.classes.shade_of(value)));
    areas.add(view);
  }
  return areas.value();
}

Value map_view(const Making& making, const CollectionPlan& wards, const PlaceOf& places,
               const WardFigure& figure, std::size_t number) {
  const WardShapes& drawn = making.theme.ward_shapes;
  View view(making.arena(), 9);
  view.text("id", fmt::format("map-{}", number))
      .text("title", title_of(making, wards, figure))
      .number("width", drawn.width)
      .number("height", drawn.height)
      .set("areas", areas_view(making, drawn, places, figure))
      .set("legend", legend_view(making, figure))
      .text("classes", making.strings().get(method_of(figure.classes).string))
      .set("table", table_view(making, wards, figure, number))
      .flag("illustrative", figure.has_illustrative);
  return view.value();
}

std::string note_of(const Making& making, const WardShapes& drawn) {
  if (!drawn.are_boundaries) return std::string(making.strings().get("map_note"));
  const double metres = std::max(1.0, std::ceil(drawn.tolerance));
  return making.strings().count("map_note_boundaries", static_cast<std::size_t>(metres));
}

Value classes_json(const Making& making, const MapClasses& divided) {
  Views classes(making.arena(), divided.classes.size());
  for (const MapClass& each : divided.classes) {
    View view(making.arena(), 4);
    view.number("from", each.from)
        .number(each.is_open ? "below" : "to", each.to)
        .number("wards", static_cast<double>(each.wards))
        .number("shade", static_cast<double>(each.shade));
    classes.add(view);
  }
  return classes.value();
}

Value figure_json(const Making& making, const CollectionPlan& wards, const WardFigure& figure) {
  View values(making.arena(), wards.current.size());
  for (std::size_t i = 0; i < wards.current.size(); ++i) {
    values.set(wards.current[i]->id,
               figure.values[i] ? Value::number(*figure.values[i]) : Value::null());
  }
  View view(making.arena(), 7);
  view.text("name", figure.name).text("title", figure.label);
  if (figure.field) view.text_if("unit", figure.field->field.unit);
  view.flag("illustrative", figure.has_illustrative)
      .text("method", method_of(figure.classes).name)
      .set("classes", classes_json(making, figure.classes))
      .set("values", values.value());
  return view.value();
}

}  // namespace

Value ward_maps_view(const Making& making, const CollectionPlan& wards, MapsShown shown) {
  const WardShapes& drawn = making.theme.ward_shapes;
  if (drawn.shapes.empty() || drawn.shapes[0].ward->collection != wards.collection) return Value();
  std::vector<WardFigure> figures = ward_figures(making, wards);
  if (shown == MapsShown::first && figures.size() > 1) figures.resize(1);
  if (figures.empty()) return Value();
  const PlaceOf places = places_of(wards);
  Views maps(making.arena(), figures.size());
  for (const WardFigure& figure : figures) {
    maps.add(map_view(making, wards, places, figure, maps.size() + 1));
  }
  View view(making.arena(), 5);
  view.number("width", drawn.width)
      .number("height", drawn.height)
      .set("shapes", shapes_view(making, drawn))
      .set("maps", maps.value())
      .text("note", note_of(making, drawn));
  return view.value();
}

Value locator_view(const Making& making, const model::Record& ward) {
  const WardShapes& drawn = making.theme.ward_shapes;
  const WardShape* shape = drawn.find(ward);
  if (!shape) return Value();
  View view(making.arena(), 4);
  view.text("href", making.theme.href(ward.collection->url) + "map.svg")
      .number("width", drawn.width)
      .number("height", drawn.height)
      .text("path", shape->path);
  return view.value();
}

void append_map_svg(const WardShapes& shapes, std::string& out) {
  out += fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\">\n"
      "<g fill=\"#e4e7e9\" fill-rule=\"evenodd\" stroke=\"#6f777b\" stroke-width=\"3\" "
      "stroke-linejoin=\"round\">\n",
      shapes.width, shapes.height);
  for (const WardShape& shape : shapes.shapes) out += "<path d=\"" + shape.path + "\"/>\n";
  out += "</g>\n</svg>\n";
}

void append_figures_json(const Making& making, const CollectionPlan& wards, std::string& out) {
  Views figures(making.arena());
  for (const WardFigure& figure : ward_figures(making, wards)) {
    figures.add(figure_json(making, wards, figure));
  }
  View view(making.arena(), 3);
  view.text("collection", wards.collection->name())
      .text("as_of", iso_date(making.theme.site.as_of))
      .set("figures", figures.value());
  append_json(out, view.value(), JsonStyle::indented);
  out += '\n';
}

}  // namespace glasshouse::pages
